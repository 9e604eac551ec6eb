package org.pawprint.catalogue.survey.twodfdr;

import static org.pawprint.core.obscore.ObsCoreColumn.ALT_OBS_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.ALT_TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.ARM;
import static org.pawprint.core.obscore.ObsCoreColumn.BAND_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.CALIB_LEVEL;
import static org.pawprint.core.obscore.ObsCoreColumn.DATAPRODUCT_SUBTYPE;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.FACILITY_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.FIBRE;
import static org.pawprint.core.obscore.ObsCoreColumn.FIELD_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.INSTRUMENT_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.O_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.O_UCD;
import static org.pawprint.core.obscore.ObsCoreColumn.PIPELINE;
import static org.pawprint.core.obscore.ObsCoreColumn.PIVOT;
import static org.pawprint.core.obscore.ObsCoreColumn.PROPOSAL_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.S_DEC;
import static org.pawprint.core.obscore.ObsCoreColumn.S_FOV;
import static org.pawprint.core.obscore.ObsCoreColumn.S_RA;
import static org.pawprint.core.obscore.ObsCoreColumn.S_SEEING;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_EXPTIME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MIN;
import static org.pawprint.core.obscore.ObsCoreColumn.T_RESOLUTION;
import static org.pawprint.core.obscore.ObsCoreColumn.T_XEL;

import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.RowDerivation;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.spectrum.Spectrum;

/** Fills the catalogue rows of one frame: what the header tells once, then each fibre's own. */
final class FrameRows {
  /** Diameter of a 2dF fibre on the sky, 140 µm in the focal plane. */
  private static final double FIBRE_DEGREES = 2.1 / 3600;

  private final FitsHeader header;
  private final FrameIdentity identity;
  private final Resolution resolution;
  private final ObsCoreRow common;

  FrameRows(
      FibreInstrument instrument, FitsHeader header, FrameInputs inputs, FrameIdentity identity) {
    this.header = header;
    this.identity = identity;
    this.resolution = instrument.resolution(header);
    this.common = common(instrument, inputs);
  }

  private ObsCoreRow common(FibreInstrument instrument, FrameInputs inputs) {
    FrameTimes times = FrameTimes.of(header, inputs);
    return ObsCoreRow.builder()
        .set(OBS_ID, identity.obsId())
        .set(CALIB_LEVEL, inputs.combined() ? 3 : 2)
        .set(DATAPRODUCT_SUBTYPE, subtype(inputs))
        .set(FACILITY_NAME, "AAT")
        .set(INSTRUMENT_NAME, instrument.catalogueName())
        .set(FIELD_NAME, header.text("OBJECT").orElse(null))
        .set(PROPOSAL_ID, header.text("AAOPRGID").orElse(null))
        .set(PIPELINE, pipeline())
        .set(ARM, identity.arm().map(FrameArm::name).orElse(null))
        .set(BAND_NAME, identity.arm().map(FrameArm::band).orElse(null))
        .set(S_FOV, FIBRE_DEGREES)
        .set(S_SEEING, positive("SEEING"))
        .set(T_MIN, times.minMjd())
        .set(T_MAX, times.maxMjd())
        .set(T_EXPTIME, times.exposureSeconds())
        .set(T_RESOLUTION, times.exposureSeconds())
        .set(T_XEL, inputs.count())
        .set(EM_CALIB_STATUS, "calibrated")
        .set(O_UCD, "phot.count")
        .set(O_CALIB_STATUS, "uncalibrated")
        .build();
  }

  private static String subtype(FrameInputs inputs) {
    if (inputs.combined()) {
      return "combined";
    }
    return inputs.spliced() ? "spliced" : "science";
  }

  private @Nullable String pipeline() {
    return header
        .text("2DFDRVER")
        .or(() -> header.text("TDFDRVER"))
        .map(version -> "2dfdr " + version)
        .orElse(null);
  }

  private @Nullable Double positive(String key) {
    double value = header.number(key).orElse(Double.NaN);
    return value > 0 ? value : null;
  }

  ObsCoreRow row(Fibre fibre, SkyPosition position, Spectrum spectrum) {
    ObsCoreRow.Builder row =
        common.toBuilder()
            .set(TARGET_NAME, fibre.name())
            .set(ALT_TARGET_NAME, fibre.comment())
            .set(ALT_OBS_ID, FrameIdentity.altObsId(header, fibre).orElse(null))
            .set(FIBRE, fibre.number())
            .set(PIVOT, fibre.pivot().isPresent() ? fibre.pivot().getAsInt() : null)
            .set(S_RA, position.raDeg())
            .set(S_DEC, position.decDeg());
    resolution.describe(row, spectrum.axis());
    return RowDerivation.complete(row.build(), spectrum);
  }
}
