package org.pawprint.listener.fetch;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pawprint.core.event.StageCommand.StagedFile;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.listener.event.Product;
import org.pawprint.listener.fetch.Arrivals.Arrival;
import org.pawprint.listener.fetch.Fetched.Fault;
import org.pawprint.listener.fetch.Fetched.FetchedProduct;
import org.pawprint.listener.fetch.Fetched.Kind;
import org.pawprint.listener.fetch.Roots.Source;
import org.pawprint.service.RightOfWay.Turn;
import org.pawprint.store.file.OriginalPlaces;
import org.pawprint.store.file.OriginalStore;
import org.pawprint.store.file.StoreWriteFailure;
import org.pawprint.store.ledger.EventLedger.KnownFile;

/**
 * Brings announced files into the original store, reading each once: copied, or, below an immutable
 * root, registered where they are. Publishers keep their files for a day: what the same event
 * brought before is taken from the store when it is gone.
 */
public final class ProductFetcher {
  private final Roots roots;
  private final OriginalStore store;
  private final OriginalPlaces places;
  private final long largestFileBytes;

  public ProductFetcher(
      Roots roots, OriginalStore store, OriginalPlaces places, long largestFileBytes) {
    this.roots = roots;
    this.store = store;
    this.places = places;
    this.largestFileBytes = largestFileBytes;
  }

  /**
   * Fetches all files; a fault of one does not keep the others. They become durable together.
   *
   * @param known files that earlier attempts of this very event brought
   * @param turn asked before each file
   */
  public Fetched fetch(List<Product> products, List<KnownFile> known, Turn turn) {
    List<FetchedProduct> fetched = new ArrayList<>();
    try (Arrivals arrivals = new Arrivals(store, places)) {
      for (Product product : products) {
        turn.step();
        fetched.add(fetch(product, known, arrivals));
      }
      arrivals.keep();
      return new Fetched(fetched);
    } catch (StoreWriteFailure e) {
      // The next file would not fare better.
      Fault fault = new Fault(Kind.STORE, "original store: " + e.getMessage());
      return new Fetched(products.stream().map(p -> FetchedProduct.of(name(p), fault)).toList());
    }
  }

  private FetchedProduct fetch(Product product, List<KnownFile> known, Arrivals arrivals)
      throws StoreWriteFailure {
    try {
      return FetchedProduct.of(file(product, known, arrivals));
    } catch (UnfitSource e) {
      return FetchedProduct.of(name(product), new Fault(Kind.UNFIT, e.reason()));
    } catch (StoreWriteFailure e) {
      throw e;
    } catch (NoSuchFileException e) {
      return absent(product, "is not there");
    } catch (IOException e) {
      return absent(product, "cannot be read: " + words(e));
    }
  }

  private static FetchedProduct absent(Product product, String words) {
    return FetchedProduct.of(
        name(product), new Fault(Kind.ABSENT, "'%s' %s".formatted(product.uri(), words)));
  }

  private StagedFile file(Product product, List<KnownFile> known, Arrivals arrivals)
      throws IOException, UnfitSource {
    String name = name(product);
    Optional<StagedFile> stored = stored(product, name, known);
    if (stored.isPresent() && product.sha256().isPresent()) {
      return stored.get();
    }
    Source source = roots.source(product.uri());
    try (ReadableByteChannel channel = source.open()) {
      return take(product, name, source, channel, arrivals);
    } catch (NoSuchFileException e) {
      if (stored.isPresent()) {
        return stored.get();
      }
      throw e;
    }
  }

  /** Only what this event itself brought: a digest alone must not give away another's file. */
  private Optional<StagedFile> stored(Product product, String name, List<KnownFile> known)
      throws IOException {
    List<Sha256> held =
        known.stream()
            // By the digest where there is one: of two files with the same content, one is known.
            .filter(
                file ->
                    product.sha256().isPresent()
                        ? product.sha256().get().equals(file.original())
                        : file.name().equals(name))
            .map(KnownFile::original)
            .filter(store::holds)
            .toList();
    return held.size() == 1
        ? Optional.of(new StagedFile(name, held.get(0).hex(), store.bytes(held.get(0))))
        : Optional.empty();
  }

  private StagedFile take(
      Product product, String name, Source source, ReadableByteChannel channel, Arrivals arrivals)
      throws IOException, UnfitSource {
    long limit = product.bytes().orElse(largestFileBytes);
    if (limit > largestFileBytes) {
      throw new UnfitSource(
          "'%s' is announced with %d bytes; a file has at most %d"
              .formatted(product.uri(), limit, largestFileBytes));
    }
    Arrival arrival =
        source.root().immutable()
            ? arrivals.measure(source.path(), channel, limit)
            : arrivals.copy(channel, limit);
    check(product, arrival);
    arrival.accept();
    return new StagedFile(name, arrival.sha256().hex(), arrival.bytes());
  }

  private void check(Product product, Arrival found) throws UnfitSource {
    if (product.bytes().isEmpty() && found.bytes() > largestFileBytes) {
      throw new UnfitSource(
          "'%s' is longer than %d bytes".formatted(product.uri(), largestFileBytes));
    }
    if (product.bytes().isPresent() && product.bytes().get() != found.bytes()) {
      boolean longer = found.bytes() > product.bytes().get();
      throw new UnfitSource(
          "size of '%s' differs: announced %d bytes, found %s"
              .formatted(product.uri(), product.bytes().get(), longer ? "more" : found.bytes()));
    }
    if (product.sha256().isPresent() && !product.sha256().get().equals(found.sha256())) {
      throw new UnfitSource(
          "sha256 of '%s' differs: announced %s, found %s"
              .formatted(product.uri(), product.sha256().get(), found.sha256()));
    }
  }

  /** The system's words without the path, which may be very long and is in the URI already. */
  private static String words(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return reason == null ? "I/O error" : reason;
  }

  private static String name(Product product) {
    String path = String.valueOf(product.uri().getPath());
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
