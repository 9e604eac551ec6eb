package org.pawprint.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pawprint.core.event.Lane;
import org.pawprint.core.event.StageCommand;
import org.pawprint.core.event.StageCommand.StagedFile;

/** A stage command in the making: live, public, of one reduction, unless set. */
final class Commands {
  static final String SOURCE = "urn:paws:aat:2df";
  private static final Instant ENDED = Instant.parse("2015-12-17T14:20:00Z");

  private final String id;
  private final List<StagedFile> files = new ArrayList<>();
  private Optional<String> reduction = Optional.empty();
  private Optional<Long> version = Optional.empty();
  private String rights = "public";
  private Optional<Instant> release = Optional.empty();
  private Lane lane = Lane.LIVE;

  private Commands(String id) {
    this.id = id;
  }

  /**
   * A command.
   *
   * @param id of the event, and the collection, so that cases do not meet
   */
  static Commands of(String id) {
    return new Commands(id);
  }

  Commands file(StagedFile file) {
    files.add(file);
    return this;
  }

  Commands reduction(String reductionId, long reductionVersion) {
    reduction = Optional.of(reductionId);
    version = Optional.of(reductionVersion);
    return this;
  }

  Commands rights(String word) {
    rights = word;
    return this;
  }

  Commands release(Instant date) {
    release = Optional.of(date);
    return this;
  }

  Commands backfill() {
    lane = Lane.BACKFILL;
    return this;
  }

  String id() {
    return id;
  }

  Lane lane() {
    return lane;
  }

  StageCommand build(long eventKey, String collection) {
    return new StageCommand(
        eventKey,
        lane,
        SOURCE,
        id,
        reduction,
        version,
        Optional.of(ENDED),
        Optional.of(collection),
        Optional.empty(),
        rights,
        release,
        Optional.empty(),
        false,
        ENDED.plusSeconds(5),
        Map.of("kind", "single", "programme", "A/2014B/008"),
        files);
  }
}
