package org.pawprint.catalogue.survey.aaomega;

import static org.pawprint.core.obscore.ObsCoreColumn.ALT_OBS_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.ALT_TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.ARM;
import static org.pawprint.core.obscore.ObsCoreColumn.BAND_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.CALIB_LEVEL;
import static org.pawprint.core.obscore.ObsCoreColumn.DATAPRODUCT_SUBTYPE;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RESOLUTION;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER_MIN;
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

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.RowDerivation;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.spectrum.Spectrum;

/** Fills the catalogue rows of one frame: what the header tells once, then each fibre's own. */
final class AaomegaRows {
  /** Diameter of a 2dF fibre on the sky, 140 µm in the focal plane. */
  private static final double FIBRE_DEGREES = 2.1 / 3600;

  private static final double METRES_PER_ANGSTROM = 1e-10;

  private final FitsHeader header;
  private final FrameIdentity identity;
  private final Optional<GratingSetup> setup;
  private final ObsCoreRow common;

  AaomegaRows(FitsHeader header, FrameInputs inputs, FrameIdentity identity) {
    this.header = header;
    this.identity = identity;
    this.setup = GratingSetup.of(header);
    this.common = common(inputs);
  }

  private ObsCoreRow common(FrameInputs inputs) {
    FrameTimes times = FrameTimes.of(header, inputs);
    String arm = identity.arm().orElse(null);
    return ObsCoreRow.builder()
        .set(OBS_ID, identity.obsId())
        .set(CALIB_LEVEL, inputs.combined() ? 3 : 2)
        .set(DATAPRODUCT_SUBTYPE, subtype(inputs))
        .set(FACILITY_NAME, "AAT")
        .set(INSTRUMENT_NAME, "2dF-AAOmega")
        .set(FIELD_NAME, header.text("OBJECT").orElse(null))
        .set(PROPOSAL_ID, header.text("AAOPRGID").orElse(null))
        .set(PIPELINE, pipeline())
        .set(ARM, arm)
        .set(BAND_NAME, arm)
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
    setup.ifPresent(s -> resolution(row, s, spectrum));
    return RowDerivation.complete(row.build(), spectrum);
  }

  /** Of a spliced frame the header holds the setup of one arm, which is silent on the other. */
  private static void resolution(ObsCoreRow.Builder row, GratingSetup setup, Spectrum spectrum) {
    double first = spectrum.axis().first();
    double last = spectrum.axis().last();
    double middle = (first + last) / 2;
    if (setup.sees(middle)) {
      row.set(EM_RES_POWER, setup.resolvingPower(middle))
          .set(EM_RESOLUTION, setup.lineWidth(middle) * METRES_PER_ANGSTROM);
    }
    if (setup.sees(first) && setup.sees(last)) {
      row.set(EM_RES_POWER_MIN, setup.resolvingPower(first))
          .set(EM_RES_POWER_MAX, setup.resolvingPower(last));
    }
  }
}
