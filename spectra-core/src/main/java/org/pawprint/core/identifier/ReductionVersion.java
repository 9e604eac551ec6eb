package org.pawprint.core.identifier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Which of two versions of a reduction is the newer: by the publisher's integer where both have
 * one, else by the time the reduction ended, then by loader revision. The digest of the file breaks
 * ties, so that every order of arrival gives the same answer.
 *
 * @param number the event's {@code reduction_version}
 * @param time the event's {@code time}; it counts only where there is no number
 * @param original digest of the original file
 * @param loaderRevision revision of the survey loader that read it
 */
public record ReductionVersion(
    Optional<Long> number, Optional<Instant> time, Sha256 original, int loaderRevision)
    implements Comparable<ReductionVersion> {

  @Override
  public int compareTo(ReductionVersion other) {
    int order = 0;
    if (number.isPresent() && other.number.isPresent()) {
      order = Long.compare(number.get(), other.number.get());
    } else if (time.isPresent() && other.time.isPresent()) {
      order = time.get().compareTo(other.time.get());
    }
    if (order == 0) {
      order = Integer.compare(loaderRevision, other.loaderRevision);
    }
    return order != 0 ? order : original.hex().compareTo(other.original.hex());
  }

  /** Twelve hexadecimal digits that stand for this version of the given reduction in its DIDs. */
  public String digest(String reductionKey) {
    String all =
        String.join("\n", reductionKey, label(), original.hex(), String.valueOf(loaderRevision));
    return Sha256.of(all.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 12);
  }

  /** For people: the publisher's number, else the time, else the head of the digest. */
  public String label() {
    return number
        .map(String::valueOf)
        .or(() -> time.map(Instant::toString))
        .orElse(original.hex().substring(0, 12));
  }
}
