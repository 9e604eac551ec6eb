package org.pawprint.core.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From the door to the catalogue: these originals are durable in the original store, catalogue
 * them. Delivered at least once.
 *
 * @param eventKey ledger key of the event, stable over redeliveries and replays
 * @param source CloudEvents source
 * @param eventId CloudEvents id
 * @param reductionId the publisher's id of the reduction; empty for a bare survey file
 * @param reductionVersion rising integer, if the publisher gave one
 * @param time when the reduction ended; the version where no integer was given, if known
 * @param collection the collection named by the event; empty leaves it to the loader's default
 * @param supersedes reduction id this one replaces, within the same source and collection
 * @param rights {@code public}, {@code secure} or {@code proprietary} (ObsCore-1.1 B.6.1.2)
 * @param releaseDate when proprietary spectra become public
 * @param traceparent W3C trace context of the event, empty if none
 * @param receivedAt when the listener first had the event
 * @param facts what the event says of the reduction beyond this, by its JSON names (kind,
 *     instrument, arm, run, programme, twodfdr_version, …)
 */
public record StageCommand(
    long eventKey,
    Lane lane,
    String source,
    String eventId,
    Optional<String> reductionId,
    Optional<Long> reductionVersion,
    Optional<Instant> time,
    Optional<String> collection,
    Optional<String> supersedes,
    String rights,
    Optional<Instant> releaseDate,
    Optional<String> traceparent,
    boolean replay,
    Instant receivedAt,
    Map<String, String> facts,
    List<StagedFile> files) {

  /**
   * One original in the store.
   *
   * @param name file name as announced, for people
   * @param sha256 its address in the original store, 64 hexadecimal digits
   * @param bytes its size
   */
  public record StagedFile(String name, String sha256, long bytes) {}

  public StageCommand {
    facts = Map.copyOf(facts);
    files = List.copyOf(files);
  }
}
