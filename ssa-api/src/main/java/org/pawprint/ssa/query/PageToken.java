package org.pawprint.ssa.query;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.core.votable.Info;
import org.pawprint.store.search.Moment;
import org.pawprint.store.search.PageStart;

/**
 * Where the next page of a listing begins, as a client carries it from one answer to the next
 * request. It holds all that is needed, so the service remembers nothing and a token does not
 * expire; what it holds are places, not rights.
 *
 * @param constraints digest of the constraints it belongs to
 */
record PageToken(PageStart start, String constraints) {
  private static final String FORM = "the value of INFO NEXT_PAGE of the page before";
  private static final int LONGEST = 4000;
  private static final int DIGEST_DIGITS = 16;
  private static final int PARTS = 7;

  /** Digest of what decides which rows a search finds, and their order. */
  static String digest(Protocol protocol, List<Info> constraints) {
    String all =
        constraints.stream()
            .map(info -> info.name() + "=" + info.value())
            .sorted()
            .collect(Collectors.joining("\n", protocol + "\n", ""));
    return Sha256.of(all.getBytes(StandardCharsets.UTF_8)).hex().substring(0, DIGEST_DIGITS);
  }

  String text() {
    Moment moment = start.moment();
    String parts =
        String.join(
            ";",
            constraints,
            Long.toString(moment.change()),
            moment.at().toString(),
            moment.snapshot(),
            Long.toString(moment.lastSpectrum()),
            Long.toHexString(Double.doubleToLongBits(start.chordSquared())),
            Long.toString(start.spectrumId()));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(parts.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws ParameterFaults for a text that no answer ever gave, and for one of another search
   */
  static PageStart parse(String text, String constraints) {
    PageToken token = decode(text.strip());
    if (!token.constraints.equals(constraints)) {
      throw ParameterFaults.of(
          SsaParameter.PAGE.name(),
          text,
          FORM + " with the same constraints; this one is of another search");
    }
    return token.start;
  }

  private static PageToken decode(String text) {
    if (text.length() > LONGEST) {
      throw fault(text);
    }
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(";", -1);
      if (parts.length != PARTS) {
        throw fault(text);
      }
      Moment moment =
          new Moment(
              Long.parseLong(parts[1]),
              Instant.parse(parts[2]),
              parts[3],
              Long.parseLong(parts[4]));
      return new PageToken(
          new PageStart(
              moment,
              Double.longBitsToDouble(Long.parseUnsignedLong(parts[5], 16)),
              Long.parseLong(parts[6])),
          parts[0]);
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw fault(text);
    }
  }

  private static ParameterFaults fault(String text) {
    return ParameterFaults.of(SsaParameter.PAGE.name(), text, FORM);
  }
}
