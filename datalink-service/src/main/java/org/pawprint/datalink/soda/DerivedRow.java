package org.pawprint.datalink.soda;

import static org.pawprint.core.obscore.ObsCoreColumn.BAD_PIXEL_FRACTION;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_MAX_REST;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_MIDPOINT;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_MIDPOINT_REST;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_MIN;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_MIN_REST;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_SNR;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_XEL;
import static org.pawprint.core.obscore.ObsCoreColumn.ERROR_KIND;
import static org.pawprint.core.obscore.ObsCoreColumn.LAST_MODIFIED;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_PUBLISHER_DID;
import static org.pawprint.core.obscore.ObsCoreColumn.O_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.O_UCD;
import static org.pawprint.core.obscore.ObsCoreColumn.O_UNIT;
import static org.pawprint.core.obscore.ObsCoreColumn.QUALITY_FLAGS;
import static org.pawprint.core.obscore.ObsCoreColumn.REDSHIFT;
import static org.pawprint.core.obscore.ObsCoreColumn.SKY_RESIDUAL;
import static org.pawprint.core.obscore.ObsCoreColumn.SPECSYS;
import static org.pawprint.core.obscore.ObsCoreColumn.SPECTRAL_MEDIUM;
import static org.pawprint.core.obscore.ObsCoreColumn.T_EXPTIME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MIDPOINT;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MIN;
import static org.pawprint.core.obscore.ObsCoreColumn.T_XEL;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.soda.Words;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * Metadata of a derived spectrum: those of its parents as far as they agree, times that hold all of
 * them, and what its own numbers tell. Measures of the parents' pixels are left out.
 */
final class DerivedRow {
  private static final String RATIO = "phot.flux.density;em.wl;arith.ratio";

  private DerivedRow() {}

  /**
   * @param parents those that went into it, at least one
   * @param result the spectrum, with the row of its first parent
   */
  static ObsCoreRow of(List<Prepared> parents, Prepared result, Operations operations) {
    List<ObsCoreRow> rows = parents.stream().map(Prepared::row).toList();
    ObsCoreRow common = rows.size() == 1 ? rows.get(0) : common(rows, operations.all());
    ObsCoreRow.Builder row = common.toBuilder();
    row.set(OBS_PUBLISHER_DID, null)
        .set(EM_SNR, null)
        .set(BAD_PIXEL_FRACTION, null)
        .set(SKY_RESIDUAL, null);
    wavelengths(row, common, result);
    row.set(O_UNIT, result.spectrum().fluxUnit())
        .set(ERROR_KIND, result.spectrum().errorKind().term());
    calibration(row, operations.one());
    return row.build();
  }

  private static void wavelengths(ObsCoreRow.Builder row, ObsCoreRow common, Prepared result) {
    double min = result.observed().metres(result.spectrum().axis().first());
    double max = result.observed().metres(result.spectrum().axis().last());
    row.set(EM_MIN, min)
        .set(EM_MAX, max)
        .set(EM_MIDPOINT, (min + max) / 2)
        .set(EM_XEL, result.spectrum().length())
        .set(SPECTRAL_MEDIUM, result.spectrum().medium().word())
        .set(SPECSYS, result.spectrum().frame().specsys());
    boolean shifted = result.spectrum().frame() == VelocityFrame.SOURCE && result.stretch() != 1;
    double rest = shifted ? result.stretch() : 1 + common.number(REDSHIFT).orElse(Double.NaN);
    row.set(EM_MIN_REST, min / rest)
        .set(EM_MAX_REST, max / rest)
        .set(EM_MIDPOINT_REST, (min + max) / 2 / rest);
  }

  private static void calibration(ObsCoreRow.Builder row, Operations.One one) {
    boolean relative = one.fluxcalib().filter(Words.FluxCalibration.RELATIVE::equals).isPresent();
    if (one.normalise().isPresent() || relative) {
      row.set(O_UCD, RATIO).set(O_CALIB_STATUS, relative ? "relative" : "normalized");
    }
  }

  private static ObsCoreRow common(List<ObsCoreRow> rows, Operations.All all) {
    ObsCoreRow first = rows.get(0);
    ObsCoreRow.Builder row = first.toBuilder();
    for (ObsCoreColumn column : ObsCoreColumn.values()) {
      Object value = first.value(column);
      if (rows.stream().anyMatch(other -> !Objects.equals(other.value(column), value))) {
        row.set(column, null);
      }
    }
    Optional<Double> from = values(rows, T_MIN).min(Double::compare);
    Optional<Double> to = values(rows, T_MAX).max(Double::compare);
    row.set(T_MIN, from.orElse(null)).set(T_MAX, to.orElse(null));
    row.set(T_MIDPOINT, from.isPresent() && to.isPresent() ? (from.get() + to.get()) / 2 : null);
    if (all.coadd().isPresent()) {
      boolean known = values(rows, T_EXPTIME).count() == rows.size();
      row.set(
          T_EXPTIME, known ? values(rows, T_EXPTIME).mapToDouble(Double::doubleValue).sum() : null);
      row.set(T_XEL, rows.size());
    }
    int flags = values(rows, QUALITY_FLAGS).map(Double::intValue).reduce(0, (a, b) -> a | b);
    row.set(QUALITY_FLAGS, flags);
    row.set(
        LAST_MODIFIED,
        rows.stream()
            .map(other -> (Instant) Objects.requireNonNull(other.value(LAST_MODIFIED)))
            .max(Instant::compareTo)
            .orElseThrow());
    return row.build();
  }

  private static Stream<Double> values(List<ObsCoreRow> rows, ObsCoreColumn column) {
    return rows.stream().flatMap(row -> row.number(column).stream());
  }
}
