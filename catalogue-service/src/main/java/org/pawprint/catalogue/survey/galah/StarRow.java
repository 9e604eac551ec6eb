package org.pawprint.catalogue.survey.galah;

import static org.pawprint.core.obscore.ObsCoreColumn.ARM;
import static org.pawprint.core.obscore.ObsCoreColumn.BAND_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.CALIB_LEVEL;
import static org.pawprint.core.obscore.ObsCoreColumn.DATAPRODUCT_SUBTYPE;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RESOLUTION;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER;
import static org.pawprint.core.obscore.ObsCoreColumn.FACILITY_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.FIELD_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.INSTRUMENT_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.O_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.O_UCD;
import static org.pawprint.core.obscore.ObsCoreColumn.PIPELINE;
import static org.pawprint.core.obscore.ObsCoreColumn.PIVOT;
import static org.pawprint.core.obscore.ObsCoreColumn.PROPOSAL_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.QUALITY_FLAGS;
import static org.pawprint.core.obscore.ObsCoreColumn.S_DEC;
import static org.pawprint.core.obscore.ObsCoreColumn.S_FOV;
import static org.pawprint.core.obscore.ObsCoreColumn.S_RA;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_EXPTIME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MIN;
import static org.pawprint.core.obscore.ObsCoreColumn.T_RESOLUTION;
import static org.pawprint.core.obscore.ObsCoreColumn.T_XEL;

import java.util.Optional;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.RowDerivation;
import org.pawprint.catalogue.survey.twodfdr.FrameArm;
import org.pawprint.catalogue.survey.twodfdr.HermesArm;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.spectrum.QualityFlag;
import org.pawprint.core.spectrum.SkyPlace;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;

/** What both pipelines tell alike of a star, and the two kinds of spectrum in its file. */
final class StarRow {
  /** Diameter of a 2dF fibre on the sky, 140 µm in the focal plane. */
  private static final double FIBRE_DEGREES = 2.1 / 3600;

  /** As Data Central catalogues it; the instrument's nominal value is 28,000. */
  private static final double RESOLVING_POWER = 26_000;

  private static final double METRES_PER_ANGSTROM = 1e-10;

  private StarRow() {}

  static ObsCoreRow.Builder common(
      FitsHeader header, HermesArm arm, StarIdentity identity, StarExposure exposure) {
    FrameArm names = arm.frameArm();
    boolean overEpochs = identity.sobjectId().filter(SobjectId::overEpochs).isPresent();
    return ObsCoreRow.builder()
        .set(OBS_ID, identity.obsId())
        .set(TARGET_NAME, identity.sobjectId().map(SobjectId::digits).orElse(null))
        .set(PIVOT, identity.sobjectId().map(SobjectId::pivot).orElse(null))
        .set(CALIB_LEVEL, overEpochs ? 3 : 2)
        .set(DATAPRODUCT_SUBTYPE, exposure.count() > 1 ? "combined" : "science")
        .set(FACILITY_NAME, "AAT")
        .set(INSTRUMENT_NAME, "2dF-HERMES")
        .set(FIELD_NAME, text(header, "CFG_FILE").map(StarRow::configuration).orElse(null))
        .set(PROPOSAL_ID, text(header, "AAOPRGID").orElse(null))
        .set(PIPELINE, text(header, "PIPE_VER").map(v -> "GALAH IRAF " + v).orElse(null))
        .set(ARM, names.name())
        .set(BAND_NAME, names.band())
        .set(S_FOV, FIBRE_DEGREES)
        .set(T_MIN, exposure.minMjd())
        .set(T_MAX, exposure.maxMjd())
        .set(T_EXPTIME, exposure.totalSeconds())
        .set(T_RESOLUTION, exposure.singleSeconds())
        .set(T_XEL, exposure.count())
        .set(EM_CALIB_STATUS, "calibrated")
        .set(O_UCD, "phot.count")
        .set(O_CALIB_STATUS, "uncalibrated");
  }

  private static String configuration(String file) {
    return file.replaceFirst("\\.sds$", "");
  }

  /** A card's text; the word None is the pipeline's way to say nothing. */
  static Optional<String> text(FitsHeader header, String key) {
    return header.text(key).filter(text -> !text.equalsIgnoreCase("None"));
  }

  /**
   * The field's centre, MEANRA and MEANDEC in degrees, flagged for what it is; nothing where they
   * are absent.
   */
  static void placeInField(ObsCoreRow.Builder row, FitsHeader header) {
    position(header, "MEANRA", "MEANDEC")
        .ifPresent(
            centre ->
                row.set(S_RA, centre.raDeg())
                    .set(S_DEC, centre.decDeg())
                    .set(QUALITY_FLAGS, QualityFlag.FIELD_POSITION.bit()));
  }

  /** Two cards in degrees; FK5 and ICRS are alike here. */
  static Optional<SkyPosition> position(FitsHeader header, String ra, String dec) {
    double raDeg = header.number(ra).orElse(Double.NaN);
    double decDeg = header.number(dec).orElse(Double.NaN);
    boolean inRange = Math.abs(raDeg) <= 360 && Math.abs(decDeg) <= 90;
    return inRange ? Optional.of(new SkyPosition(raDeg, decDeg)) : Optional.empty();
  }

  /**
   * The survey's own resolving power for the whole band; none with the slit mask in the beam, which
   * narrows the lines.
   */
  static void nominalResolution(ObsCoreRow.Builder row, FitsHeader header, SpectralAxis axis) {
    if (header.text("SLITMASK").filter("IN"::equalsIgnoreCase).isEmpty()) {
      double middle = (axis.first() + axis.last()) / 2;
      row.set(EM_RES_POWER, RESOLVING_POWER)
          .set(EM_RESOLUTION, middle / RESOLVING_POWER * METRES_PER_ANGSTROM);
    }
  }

  /**
   * The spectrum in counts, named by its band.
   *
   * @param sky where the file has the sky that was subtracted from it
   */
  static LoadedSpectrum flux(
      ObsCoreRow.Builder row, HermesArm arm, Spectrum spectrum, Optional<SkyPlace> sky) {
    return new LoadedSpectrum(
        arm.band(), RowDerivation.complete(row.build(), spectrum), spectrum, sky);
  }

  /** The spectrum over its continuum; without unit, as FITS has it for a ratio. */
  static LoadedSpectrum normalised(ObsCoreRow.Builder row, HermesArm arm, Spectrum spectrum) {
    row.set(DATAPRODUCT_SUBTYPE, "normalised")
        .set(O_UCD, "phot.count;arith.ratio")
        .set(O_CALIB_STATUS, "normalized");
    return new LoadedSpectrum(
        arm.band() + "-normalised", RowDerivation.complete(row.build(), spectrum), spectrum);
  }
}
