package org.pawprint.catalogue.survey.wigglez;

import static org.pawprint.core.obscore.ObsCoreColumn.BIB_REFERENCE;
import static org.pawprint.core.obscore.ObsCoreColumn.CALIB_LEVEL;
import static org.pawprint.core.obscore.ObsCoreColumn.DATAPRODUCT_SUBTYPE;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_SNR;
import static org.pawprint.core.obscore.ObsCoreColumn.FACILITY_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.FIBRE;
import static org.pawprint.core.obscore.ObsCoreColumn.INSTRUMENT_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_CREATOR_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.O_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.O_UCD;
import static org.pawprint.core.obscore.ObsCoreColumn.QUALITY_FLAGS;
import static org.pawprint.core.obscore.ObsCoreColumn.REDSHIFT;
import static org.pawprint.core.obscore.ObsCoreColumn.S_DEC;
import static org.pawprint.core.obscore.ObsCoreColumn.S_FOV;
import static org.pawprint.core.obscore.ObsCoreColumn.S_RA;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_EXPTIME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MIN;
import static org.pawprint.core.obscore.ObsCoreColumn.T_RESOLUTION;
import static org.pawprint.core.obscore.ObsCoreColumn.T_XEL;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.catalogue.survey.ExposureTimes;
import org.pawprint.catalogue.survey.RowDerivation;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.spectrum.Spectrum;

/** The catalogue row of one galaxy. */
final class WigglezRow {
  /** Diameter of a 2dF fibre on the sky. */
  private static final double FIBRE_DEGREES = 2.1 / 3600;

  private static final Pattern COUNTS = Pattern.compile("(?i)(counts?|ct|adu)\\b.*");

  private final FitsHeader header;
  private final WigglezTarget target;
  private final String galaxy;

  WigglezRow(FitsHeader header, WigglezTarget target) {
    this.header = header;
    this.target = target;
    this.galaxy =
        target.name().orElseThrow(() -> header.unreadable("OBJECT", "the name of the galaxy"));
  }

  /** Field, night and arms of the observation; the galaxy where the file does not tell them. */
  private String obsId() {
    return target.observation().orElse(galaxy);
  }

  /** The fibre, which tells the galaxies of an observation apart; without one the galaxy itself. */
  String spectrumName() {
    OptionalLong fibre = target.fibre();
    return fibre.isPresent() ? "fibre" + fibre.getAsLong() : galaxy;
  }

  /**
   * @throws IllegalArgumentException when the position is none
   */
  ObsCoreRow of(Spectrum spectrum) {
    boolean counts = COUNTS.matcher(spectrum.fluxUnit()).matches();
    ExposureTimes times = ExposureTimes.of(header);
    ObsCoreRow.Builder row =
        ObsCoreRow.builder()
            .set(OBS_ID, obsId())
            .set(TARGET_NAME, galaxy)
            .set(CALIB_LEVEL, 2)
            .set(DATAPRODUCT_SUBTYPE, "science")
            .set(FACILITY_NAME, "AAT")
            .set(INSTRUMENT_NAME, "2dF-AAOmega")
            .set(OBS_CREATOR_NAME, header.text("ORIGIN").orElse(null))
            .set(BIB_REFERENCE, header.text("REFCODE").orElse(DataPaper.WIGGLEZ.bibcode()))
            .set(FIBRE, fibre())
            .set(REDSHIFT, target.redshift().value())
            .set(QUALITY_FLAGS, target.redshift().flags())
            .set(EM_SNR, snr())
            .set(S_FOV, FIBRE_DEGREES)
            .set(T_MIN, times.minMjd())
            .set(T_MAX, times.maxMjd())
            .set(T_EXPTIME, times.exposureSeconds())
            .set(T_RESOLUTION, times.exposureSeconds())
            .set(T_XEL, 1)
            .set(EM_CALIB_STATUS, "calibrated")
            .set(O_UCD, counts ? "phot.count" : "phot.flux.density;em.wl")
            .set(O_CALIB_STATUS, counts ? "uncalibrated" : "absolute");
    position(row);
    return RowDerivation.complete(row.build(), spectrum);
  }

  private void position(ObsCoreRow.Builder row) {
    OptionalDouble ra = target.raDeg();
    OptionalDouble dec = target.decDeg();
    if (ra.isPresent() && dec.isPresent()) {
      SkyPosition position = new SkyPosition(ra.getAsDouble(), dec.getAsDouble());
      row.set(S_RA, position.raDeg()).set(S_DEC, position.decDeg());
    }
  }

  private @Nullable Integer fibre() {
    long fibre = target.fibre().orElse(0);
    return fibre > 0 && fibre <= Integer.MAX_VALUE ? (int) fibre : null;
  }

  private @Nullable Double snr() {
    double snr = target.snr().orElse(Double.NaN);
    return snr > 0 ? snr : null;
  }
}
