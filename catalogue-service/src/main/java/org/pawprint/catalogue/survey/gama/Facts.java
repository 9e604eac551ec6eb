package org.pawprint.catalogue.survey.gama;

import static org.pawprint.core.obscore.ObsCoreColumn.CALIB_LEVEL;
import static org.pawprint.core.obscore.ObsCoreColumn.DATAPRODUCT_SUBTYPE;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.O_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.O_UCD;

import org.jspecify.annotations.Nullable;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;

/** Collects what an origin's cards tell of one spectrum. */
final class Facts {
  private final FitsHeader header;
  private final ObsCoreRow.Builder row = ObsCoreRow.builder();

  Facts(FitsHeader header, Instrument instrument, OriginTimes times, Flux flux) {
    this.header = header;
    row.set(CALIB_LEVEL, 2)
        .set(DATAPRODUCT_SUBTYPE, "science")
        .set(EM_CALIB_STATUS, "calibrated")
        .set(O_UCD, flux.ucd())
        .set(O_CALIB_STATUS, flux.calibration());
    instrument.fill(row);
    times.fill(row);
  }

  Facts set(ObsCoreColumn column, @Nullable Object value) {
    row.set(column, value);
    return this;
  }

  /** The text of a card, if it has one. */
  Facts text(ObsCoreColumn column, String key) {
    return set(column, header.text(key).orElse(null));
  }

  /** The number of a card, if it is above zero: a zero is written for unknown seeing. */
  Facts positive(ObsCoreColumn column, String key) {
    double value = header.number(key).orElse(Double.NaN);
    return set(column, value > 0 ? value : null);
  }

  /** The whole number of a card, if it is above zero. */
  Facts number(ObsCoreColumn column, String key) {
    long value = header.integer(key).orElse(0);
    return set(column, value > 0 && value <= Integer.MAX_VALUE ? (int) value : null);
  }

  ObsCoreRow row() {
    return row.build();
  }
}
