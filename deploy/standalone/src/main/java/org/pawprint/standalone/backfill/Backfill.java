package org.pawprint.standalone.backfill;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.pawprint.core.event.Lane;
import org.pawprint.standalone.archive.BareFile;
import org.pawprint.standalone.archive.EventPublisher;
import org.pawprint.standalone.archive.Pause;
import org.pawprint.standalone.archive.RunningArchive;
import org.pawprint.standalone.backfill.BackfillEvent.Product;
import tools.jackson.databind.JsonNode;

/**
 * Announces the files of a folder, tar or manifest and waits until each has its outcome. At most a
 * few batches are under way, so that neither queues nor memory grow with the number of files; the
 * cursor moves in the order of the files, past batches that have ended. For one run.
 */
public final class Backfill implements AutoCloseable {
  private static final int MOST_UNDER_WAY = 8;
  private static final int MOST_ASIDES = 1000;
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final Order order;
  private final EventPublisher publisher;
  private final Watcher watcher;
  private final FileSource source;
  private final Books books;
  private final Roots roots;
  private final Uploads uploads;
  private final LiveLane liveLane;
  private final Pace pace;
  private final Failures failures = new Failures();
  private final Deque<UnderWay> underWay = new ArrayDeque<>();
  private final List<Found.Aside> asides = new ArrayList<>();
  private Batch batch;
  private long found;
  private long done;

  /**
   * What to do.
   *
   * @param what folder, tar or manifest
   * @param collection for all files; empty leaves it to their loaders
   * @param filesPerSecond 0 for as fast as it goes
   * @param fresh whether to begin anew although an unfinished run could be taken up
   */
  public record Order(
      Path what, Optional<String> collection, double filesPerSecond, boolean fresh) {}

  private record UnderWay(long number, Batch batch) {}

  private Backfill(Order order, RunningArchive archive, EventPublisher publisher, Watcher watcher)
      throws IOException {
    this.order = order;
    this.publisher = publisher;
    this.watcher = watcher;
    this.source = FileSource.of(order.what());
    this.books = Books.open(archive, order.what(), order.collection(), order.fresh());
    this.roots = Roots.of(archive);
    this.uploads = new Uploads(archive);
    this.liveLane = new LiveLane(archive, watcher);
    this.pace = new Pace(order.filesPerSecond());
    this.batch = new Batch(pace.batchFiles());
  }

  /**
   * Opens the source and the books of the run; the publisher stays the caller's.
   *
   * @throws IOException when the source cannot be read, or the archive is away
   */
  public static Backfill of(
      Order order, RunningArchive archive, EventPublisher publisher, Watcher watcher)
      throws IOException {
    return new Backfill(order, archive, publisher, watcher);
  }

  /** Number of the run in the archive's books. */
  public long run() {
    return books.run();
  }

  /**
   * Does all of it.
   *
   * @return the account of every file, as the archive keeps it
   * @throws IOException when the archive is away; the same order then goes on from the cursor
   */
  public JsonNode finish() throws IOException {
    found = books.files();
    done = found;
    if (books.place().isPresent()) {
      source.startAfter(books.place().get());
      watcher.say("run %d goes on after %d files".formatted(books.run(), found));
    }
    for (Optional<Found> next = source.next(); next.isPresent(); next = source.next()) {
      take(next.get());
    }
    announce();
    putAside();
    while (!underWay.isEmpty()) {
      awaitOldest();
    }
    if (done < found) {
      done = found;
      show();
    }
    return books.end();
  }

  private void take(Found next) throws IOException {
    if (next instanceof Found.Aside aside) {
      asides.add(aside);
      if (aside.parked()) {
        failures.add(aside.reason(), 1);
      }
      if (asides.size() >= MOST_ASIDES) {
        putAside();
      }
    } else if (next instanceof Found.OnDisk file) {
      take(file);
    } else if (next instanceof Found.InTar entry) {
      int uriLength = Uploads.uriLength(entry.name());
      makeRoom(entry.bytes(), uriLength);
      batch.add(entry.name(), entry.bytes(), uriLength, uploads.send(entry));
    }
    batch.reached(next.place(), ++found);
  }

  private void take(Found.OnDisk file) throws IOException {
    if (!roots.hold(file.file())) {
      int uriLength = Uploads.uriLength(file.name());
      makeRoom(file.bytes(), uriLength);
      batch.add(file.name(), file.bytes(), uriLength, uploads.send(file.file()));
      return;
    }
    Product inPlace =
        new Product(
            file.file().toAbsolutePath().normalize().toUri(),
            file.bytes(),
            file.sha256(),
            file.stamp());
    int uriLength = inPlace.uri().toString().length();
    makeRoom(file.bytes(), uriLength);
    batch.add(file.name(), file.bytes(), uriLength, CompletableFuture.completedFuture(inPlace));
  }

  private void makeRoom(long bytes, int uriLength) throws IOException {
    if (!batch.hasRoom(bytes, uriLength)) {
      announce();
    }
  }

  /** Before the cursor can move past them. */
  private void putAside() throws IOException {
    if (!asides.isEmpty()) {
      books.putAside(asides);
      asides.clear();
    }
  }

  private void announce() throws IOException {
    Batch full = batch;
    batch = new Batch(pace.batchFiles());
    batch.reached(full.place(), full.found());
    if (full.isEmpty()) {
      return;
    }
    while (underWay.size() >= MOST_UNDER_WAY) {
      awaitOldest();
    }
    liveLane.giveWay();
    Batch.Ready ready = full.ready();
    asides.addAll(ready.refused());
    ready.refused().forEach(aside -> failures.add(aside.reason(), 1));
    putAside();
    if (ready.products().isEmpty()) {
      return;
    }
    pace.waitFor(ready.products().size());
    BackfillEvent event = new BackfillEvent(order.collection(), ready.products());
    String id = event.id();
    long number = books.register(BareFile.SOURCE, id, ready.names());
    publisher.publish(Lane.BACKFILL, id, event.json());
    underWay.add(new UnderWay(number, full));
    show();
  }

  private void awaitOldest() throws IOException {
    UnderWay oldest = underWay.element();
    Books.BatchState state = books.batch(oldest.number());
    while (state.waiting() > 0) {
      show();
      Pause.of(LOOK_EVERY);
      state = books.batch(oldest.number());
    }
    books.advance(oldest.number(), oldest.batch().place(), oldest.batch().found());
    underWay.remove();
    failures.add(state.reasons());
    done = oldest.batch().found();
    show();
  }

  private void show() throws IOException {
    watcher.progress(done, books.files(), source.expected(found), failures.text());
  }

  @Override
  public void close() throws IOException {
    uploads.close();
    source.close();
  }
}
