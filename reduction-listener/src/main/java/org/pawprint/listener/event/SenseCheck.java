package org.pawprint.listener.event;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.pawprint.core.event.Lane;

/** Rules that the schema cannot say: those of the lane, and those between fields. */
final class SenseCheck {
  /** Of the files of one backfill event together; a single longer file cannot be split. */
  private static final long BACKFILL_LIMIT_BYTES = 64L << 20;

  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  void check(ReductionEvent event) throws RefusedEvent {
    checkNames(event);
    if (event.lane() == Lane.LIVE) {
      checkLive(event);
    } else {
      checkBackfill(event);
    }
    checkTime("time", event.time());
    checkTime("release_date", event.releaseDate());
    checkRights(event);
    if (event.supersedes().isPresent() && event.supersedes().equals(event.reductionId())) {
      throw refuse("supersedes names the reduction itself; leave it out for a newer version");
    }
  }

  private static void checkNames(ReductionEvent event) throws RefusedEvent {
    Optional<String> odd =
        Stream.of(
                Optional.of(event.source()),
                Optional.of(event.id()),
                event.reductionId(),
                event.supersedes())
            .flatMap(Optional::stream)
            .filter(name -> name.isBlank() || !Excerpt.isPlain(name))
            .findFirst();
    if (odd.isPresent()) {
      throw refuse("'" + Excerpt.of(odd.get()) + "' is blank or holds control characters");
    }
  }

  /** RFC 3339 knows the year 0; clocks, timers and readers of the catalogue do not. */
  private static void checkTime(String name, Optional<Instant> given) throws RefusedEvent {
    Optional<Instant> odd = given.filter(at -> at.isBefore(EARLIEST) || at.isAfter(LATEST));
    if (odd.isPresent()) {
      throw refuse("%s %s is not between %s and %s".formatted(name, odd.get(), EARLIEST, LATEST));
    }
  }

  private static void checkLive(ReductionEvent event) throws RefusedEvent {
    for (Product product : event.products()) {
      if (product.sha256().isEmpty()) {
        throw refuse(
            "sha256 of '%s' is missing; the live lane needs it"
                .formatted(Excerpt.of(product.uri().toString())));
      }
    }
  }

  private static void checkBackfill(ReductionEvent event) throws RefusedEvent {
    long bytes = event.products().stream().mapToLong(p -> p.bytes().orElse(0L)).sum();
    if (event.products().size() > 1 && bytes > BACKFILL_LIMIT_BYTES) {
      throw refuse(
          "%d files of %d bytes together; a backfill event has at most %d bytes"
              .formatted(event.products().size(), bytes, BACKFILL_LIMIT_BYTES));
    }
  }

  private static void checkRights(ReductionEvent event) throws RefusedEvent {
    if (event.rights().equals("proprietary") && event.releaseDate().isEmpty()) {
      throw refuse("data_rights is proprietary without a release_date; give one, or say secure");
    }
    // Whoever gives a date later than the reduction means that it is not public yet.
    if (event.rights().equals("public")
        && event.releaseDate().isPresent()
        && event.time().filter(ended -> event.releaseDate().get().isAfter(ended)).isPresent()) {
      throw refuse(
          "release_date %s is after the reduction, but data_rights is public; say proprietary"
              .formatted(event.releaseDate().get()));
    }
  }

  private static RefusedEvent refuse(String reason) {
    return new RefusedEvent("sense", reason);
  }
}
