package org.pawprint.datalink.links;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.time.Mjd;
import org.pawprint.store.catalogue.RelatedSpectrum;
import org.pawprint.store.catalogue.StoredSpectrum;

/** What is said of a spectrum or cube that belongs to another, to programs and to observers. */
final class RelationText {
  private RelationText() {}

  /** Other epochs share the target and nothing else; the rest has raw data in common with #this. */
  static Semantics semantics(RelatedSpectrum.Relation relation) {
    return switch (relation) {
      case OTHER_BAND, SIBLING, OLDER_VERSION -> Semantics.CODERIVED;
      case OTHER_EPOCH -> Semantics.COUNTERPART;
      case NEWER_VERSION -> Semantics.DERIVATION;
    };
  }

  static String localSemantics(RelatedSpectrum other) {
    return switch (other.relation()) {
      case OTHER_BAND ->
          other.spectrum().row().text(ObsCoreColumn.ARM).isPresent() ? "other-arm" : "other-band";
      case SIBLING -> "other-form";
      case OTHER_EPOCH -> "other-epoch";
      case NEWER_VERSION -> "newer-version";
      case OLDER_VERSION -> "older-version";
    };
  }

  static String description(RelatedSpectrum other) {
    StoredSpectrum spectrum = other.spectrum();
    ObsCoreRow row = spectrum.row();
    String what = spectrum.isCube() ? "cube" : "spectrum";
    String version = row.text(ObsCoreColumn.REDUCTION_VERSION).orElse("");
    return switch (other.relation()) {
      case OTHER_BAND ->
          (row.number(ObsCoreColumn.FIBRE).isPresent() ? "Same fibre" : "Same target") + band(row);
      case SIBLING -> "Same target and exposure, " + form(row);
      case OTHER_EPOCH ->
          "Same target on "
              + moment(row).map(RelationText::minute).orElse("another day")
              + band(row)
              + row.text(ObsCoreColumn.OBS_COLLECTION).map(c -> ", " + c).orElse("");
      case NEWER_VERSION -> "Later reduction of the same " + what + ", version " + version;
      case OLDER_VERSION -> "Earlier reduction of the same " + what + ", version " + version;
    };
  }

  private static String band(ObsCoreRow row) {
    return row.text(ObsCoreColumn.ARM)
        .map(arm -> ", arm " + arm)
        .or(() -> row.text(ObsCoreColumn.BAND_NAME).map(band -> ", band " + band))
        .orElse("");
  }

  /** What it is, of how many exposures, and of which day. */
  private static String form(ObsCoreRow row) {
    return Stream.of(
            row.text(ObsCoreColumn.DATAPRODUCT_SUBTYPE),
            row.number(ObsCoreColumn.T_XEL)
                .map(Double::longValue)
                .map(n -> n == 1 ? "one exposure" : n + " exposures"),
            date(row))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  /** When the exposure was half done, UTC. */
  private static Optional<LocalDateTime> moment(ObsCoreRow row) {
    return row.number(ObsCoreColumn.T_MIDPOINT)
        .or(() -> row.number(ObsCoreColumn.T_MIN))
        .map(Mjd::toDateTime);
  }

  private static Optional<String> date(ObsCoreRow row) {
    return moment(row).map(time -> time.toLocalDate().toString());
  }

  /** A target may be seen several times in a night. */
  private static String minute(LocalDateTime time) {
    return time.toLocalDate()
        + " at "
        + time.toLocalTime().truncatedTo(ChronoUnit.MINUTES)
        + " UTC";
  }
}
