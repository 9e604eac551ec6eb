package org.pawprint.listener.event;

import java.util.Optional;
import org.pawprint.core.identifier.Sha256;

/** What reading a message came to. */
public sealed interface Reading {
  /** A valid event. */
  record Valid(ReductionEvent event) implements Reading {}

  /**
   * Not to be used, now or later.
   *
   * @param source the event's own where it has a usable one, else {@link #NAMELESS_SOURCE}
   * @param id likewise, else the SHA-256 of the message
   * @param step which rule: {@code parse}, {@code schema} or {@code sense}
   * @param reason what came and what would be right
   */
  record Refused(String source, String id, Optional<String> traceparent, String step, String reason)
      implements Reading {

    /** A message that trips our own code. */
    public static Refused unexpected(ReductionMessage message, RuntimeException fault) {
      return new Refused(
          NAMELESS_SOURCE,
          Sha256.of(message.body()).hex(),
          Optional.empty(),
          "unexpected",
          Excerpt.of(fault.toString()));
    }
  }

  /** Source under which messages without a readable name are kept. */
  String NAMELESS_SOURCE = "urn:pawprint:nameless";
}
