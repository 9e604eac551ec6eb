package org.pawprint.catalogue.survey.twodfdr;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.core.time.HeaderTime;

/**
 * Names that follow from the content of a frame and stay the same when it is reduced again.
 *
 * <p>{@code obs_id} is, in this order:
 *
 * <ul>
 *   <li>{@code 20151217-RD-0028} for a single frame: UTDATE, SPECTID, RUN;
 *   <li>{@code 20151217-combined-1f0c…} for a combined one: UTDATE (which the names of 2dfdr's
 *       files lack) and twelve digits of the SHA-256 of the names of its inputs, sorted;
 *   <li>{@code frame-1f0c…} for a frame that lacks one of the three cards: twelve digits of the
 *       SHA-256 of the cards that tell exposures apart and of the fibres' names.
 * </ul>
 *
 * @param arm of the instrument, or {@code spliced}; empty where the header does not tell
 */
record FrameIdentity(String obsId, Optional<FrameArm> arm, boolean byPivot) {
  private static final FrameArm SPLICED = new FrameArm("spliced", "spliced");
  private static final int DIGITS = 12;
  private static final List<String> TELLING =
      List.of("OBJECT", "CFG_FILE", "UTDATE", "UTSTART", "SPECTID", "RUN", "TARGNAME");

  static FrameIdentity of(
      FibreInstrument instrument, FitsHeader header, FrameInputs inputs, List<Fibre> programme) {
    return new FrameIdentity(
        obsId(header, inputs, programme),
        arm(instrument, header, inputs),
        distinctPivots(programme));
  }

  private static String obsId(FitsHeader header, FrameInputs inputs, List<Fibre> programme) {
    Optional<String> date = date(header);
    if (inputs.combined()) {
      List<String> sorted = inputs.names().stream().sorted().toList();
      return date.map(d -> d + "-").orElse("") + "combined-" + digest(sorted);
    }
    Optional<String> spectrograph = header.text("SPECTID");
    OptionalLong run = header.integer("RUN");
    if (date.isPresent() && spectrograph.isPresent() && run.isPresent()) {
      return String.format(
          Locale.ROOT, "%s-%s-%04d", date.get(), spectrograph.get(), run.getAsLong());
    }
    List<String> telling = new ArrayList<>();
    TELLING.forEach(key -> telling.add(key + "=" + header.text(key).orElse("")));
    programme.forEach(fibre -> telling.add(fibre.name()));
    return "frame-" + digest(telling);
  }

  private static Optional<String> date(FitsHeader header) {
    Optional<String> card = header.text("UTDATE");
    try {
      return card.map(HeaderTime::date).map(DateTimeFormatter.BASIC_ISO_DATE::format);
    } catch (IllegalArgumentException e) {
      throw header.unreadable("UTDATE", "a date as yyyy:mm:dd");
    }
  }

  private static String digest(List<String> lines) {
    byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return Sha256.of(text).hex().substring(0, DIGITS);
  }

  private static Optional<FrameArm> arm(
      FibreInstrument instrument, FitsHeader header, FrameInputs inputs) {
    return inputs.spliced()
        ? Optional.of(SPLICED)
        : header.text("SPECTID").flatMap(id -> instrument.arm(id.toUpperCase(Locale.ROOT)));
  }

  /** Frames combined by object may hold two targets that sat on one pivot in different fields. */
  private static boolean distinctPivots(List<Fibre> programme) {
    Set<Integer> seen = new HashSet<>();
    for (Fibre fibre : programme) {
      if (fibre.pivot().isEmpty() || !seen.add(fibre.pivot().getAsInt())) {
        return false;
      }
    }
    return true;
  }

  /** {@code blue-123} by pivot, else {@code blue-row7} by slit row for every fibre of the file. */
  String spectrumName(Fibre fibre) {
    String place = byPivot ? String.valueOf(fibre.pivot().getAsInt()) : "row" + fibre.number();
    return arm.map(a -> a.name() + "-").orElse("") + place;
  }

  /** Data Central's name: CFG_FILE without {@code .sds}, and the pivot. */
  static Optional<String> altObsId(FitsHeader header, Fibre fibre) {
    return fibre.pivot().isEmpty()
        ? Optional.empty()
        : header
            .text("CFG_FILE")
            .map(f -> f.replaceFirst("\\.sds$", "") + "-" + fibre.pivot().getAsInt());
  }
}
