package org.pawprint.standalone.backfill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.pawprint.standalone.archive.RunningArchive;
import org.pawprint.standalone.backfill.BackfillEvent.Product;

/** Files that go into one event, some of them still on their way into the inbox. */
final class Batch {
  private record Item(String name, Future<Product> product) {}

  private final List<Item> items = new ArrayList<>();
  private final List<Found.Aside> refused = new ArrayList<>();
  private final int mostFiles;
  private long bytes;
  private int eventBytes;
  private String place = "";
  private long found;

  /**
   * @param mostFiles of the batch
   */
  Batch(int mostFiles) {
    this.mostFiles = mostFiles;
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  /** Whether a file of this size still goes in; one that alone is too large does. */
  boolean hasRoom(long fileBytes, int uriLength) {
    return items.isEmpty()
        || (items.size() < mostFiles
            && bytes + fileBytes <= BackfillEvent.MOST_BYTES
            && eventBytes + Product.eventBytes(uriLength) <= BackfillEvent.MOST_EVENT_BYTES);
  }

  void add(String name, long fileBytes, int uriLength, Future<Product> product) {
    items.add(new Item(name, product));
    bytes += fileBytes;
    eventBytes += Product.eventBytes(uriLength);
  }

  /** The source has come to this place, after so many files. */
  void reached(String toPlace, long files) {
    place = toPlace;
    found = files;
  }

  String place() {
    return place;
  }

  /** Files that the source has given up to here. */
  long found() {
    return found;
  }

  /** The files with their names; those that the inbox refused are put aside. */
  record Ready(List<String> names, List<Product> products, List<Found.Aside> refused) {}

  /**
   * Waits for the uploads.
   *
   * @throws IOException when the archive is away
   */
  Ready ready() throws IOException {
    List<String> names = new ArrayList<>();
    List<Product> products = new ArrayList<>();
    for (Item item : items) {
      Optional<Product> product = product(item);
      if (product.isPresent()) {
        names.add(item.name());
        products.add(product.get());
      }
    }
    return new Ready(names, products, refused);
  }

  private Optional<Product> product(Item item) throws IOException {
    try {
      return Optional.of(item.product().get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RunningArchive.Refused no) {
        refused.add(
            new Found.Aside(place, item.name(), true, "the inbox refused it: " + no.reason()));
        return Optional.empty();
      }
      throw new IOException(item.name() + " cannot be uploaded: " + e.getCause(), e.getCause());
    }
  }
}
