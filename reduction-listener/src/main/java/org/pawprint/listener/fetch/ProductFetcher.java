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
import org.pawprint.listener.fetch.Fetched.Fault;
import org.pawprint.listener.fetch.Fetched.Kind;
import org.pawprint.store.file.OriginalDraft;
import org.pawprint.store.file.OriginalStore;
import org.pawprint.store.file.StoreWriteFailure;
import org.pawprint.store.ledger.EventLedger.KnownFile;

/**
 * Copies announced files into the original store, reading each once. Publishers keep their files
 * for a day: what the same event brought before is taken from the store when it is gone.
 */
public final class ProductFetcher {
  private final Roots roots;
  private final OriginalStore store;
  private final long largestFileBytes;

  public ProductFetcher(Roots roots, OriginalStore store, long largestFileBytes) {
    this.roots = roots;
    this.store = store;
    this.largestFileBytes = largestFileBytes;
  }

  /**
   * Fetches all files; a fault of one does not keep the others.
   *
   * @param known files that earlier attempts of this very event brought
   */
  public Fetched fetch(List<Product> products, List<KnownFile> known) {
    List<StagedFile> files = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (Product product : products) {
      try {
        files.add(fetch(product, known));
      } catch (UnfitSource e) {
        faults.add(new Fault(Kind.UNFIT, e.reason()));
      } catch (StoreWriteFailure e) {
        // The next file would not fare better.
        faults.add(new Fault(Kind.STORE, "original store: " + e.getMessage()));
        break;
      } catch (NoSuchFileException e) {
        faults.add(new Fault(Kind.ABSENT, "'%s' is not there".formatted(product.uri())));
      } catch (IOException e) {
        faults.add(
            new Fault(Kind.ABSENT, "'%s' cannot be read: %s".formatted(product.uri(), words(e))));
      }
    }
    return new Fetched(files, faults);
  }

  private StagedFile fetch(Product product, List<KnownFile> known) throws IOException, UnfitSource {
    String name = name(product);
    Optional<StagedFile> stored = stored(product, name, known);
    if (stored.isPresent() && product.sha256().isPresent()) {
      return stored.get();
    }
    try (ReadableByteChannel source = roots.open(product.uri())) {
      return copy(product, name, source);
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

  private StagedFile copy(Product product, String name, ReadableByteChannel source)
      throws IOException, UnfitSource {
    long limit = product.bytes().orElse(largestFileBytes);
    if (limit > largestFileBytes) {
      throw new UnfitSource(
          "'%s' is announced with %d bytes; a file has at most %d"
              .formatted(product.uri(), limit, largestFileBytes));
    }
    try (OriginalDraft draft = store.copy(source, limit)) {
      check(product, draft);
      draft.keep();
      return new StagedFile(name, draft.sha256().hex(), draft.bytes());
    }
  }

  private void check(Product product, OriginalDraft draft) throws UnfitSource {
    if (product.bytes().isEmpty() && draft.bytes() > largestFileBytes) {
      throw new UnfitSource(
          "'%s' is longer than %d bytes".formatted(product.uri(), largestFileBytes));
    }
    if (product.bytes().isPresent() && product.bytes().get() != draft.bytes()) {
      boolean longer = draft.bytes() > product.bytes().get();
      throw new UnfitSource(
          "size of '%s' differs: announced %d bytes, found %s"
              .formatted(product.uri(), product.bytes().get(), longer ? "more" : draft.bytes()));
    }
    if (product.sha256().isPresent() && !product.sha256().get().equals(draft.sha256())) {
      throw new UnfitSource(
          "sha256 of '%s' differs: announced %s, found %s"
              .formatted(product.uri(), product.sha256().get(), draft.sha256()));
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
