package org.pawprint.catalogue.survey.eso;

import static org.pawprint.core.obscore.ObsCoreColumn.BIB_REFERENCE;
import static org.pawprint.core.obscore.ObsCoreColumn.CALIB_LEVEL;
import static org.pawprint.core.obscore.ObsCoreColumn.DATAPRODUCT_SUBTYPE;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_SNR;
import static org.pawprint.core.obscore.ObsCoreColumn.FACILITY_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.INSTRUMENT_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_TITLE;
import static org.pawprint.core.obscore.ObsCoreColumn.O_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.O_UCD;
import static org.pawprint.core.obscore.ObsCoreColumn.PIPELINE;
import static org.pawprint.core.obscore.ObsCoreColumn.PROPOSAL_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.S_DEC;
import static org.pawprint.core.obscore.ObsCoreColumn.S_FOV;
import static org.pawprint.core.obscore.ObsCoreColumn.S_RA;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_EXPTIME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MIN;
import static org.pawprint.core.obscore.ObsCoreColumn.T_RESOLUTION;
import static org.pawprint.core.obscore.ObsCoreColumn.T_XEL;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.FitsFacts;
import org.pawprint.catalogue.survey.RowDerivation;
import org.pawprint.catalogue.survey.SpectrumColumn;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.time.TimeScale;

/** The row by the keywords that ESO's standard makes mandatory; names of cards as there. */
final class EsoRow {
  private final FitsHeader header;
  private final FitsFacts facts;
  private final SpectrumColumn flux;

  EsoRow(FitsHeader primary, FitsHeader extension, SpectrumColumn flux) {
    this.header = primary;
    this.facts = new FitsFacts(List.of(primary, extension));
    this.flux = flux;
  }

  ObsCoreRow of(Spectrum spectrum) {
    SkyPosition position = facts.position("RA", "DEC");
    TimeScale scale = facts.timeScale(TimeScale.UTC);
    boolean combined = facts.positive("NCOMBINE").orElse(1.0) > 1;
    ObsCoreRow.Builder row =
        ObsCoreRow.builder()
            .set(OBS_ID, obsId())
            .set(CALIB_LEVEL, combined ? 3 : 2)
            .set(DATAPRODUCT_SUBTYPE, subtype(combined))
            .set(TARGET_NAME, facts.text("OBJECT").orElse(null))
            .set(OBS_TITLE, facts.text("TITLE").orElse(null))
            .set(FACILITY_NAME, facts.text("TELESCOP").orElse("ESO"))
            .set(INSTRUMENT_NAME, header.requiredText("INSTRUME"))
            .set(PROPOSAL_ID, facts.text("PROG_ID").orElse(null))
            .set(PIPELINE, facts.text("PROCSOFT").orElse(null))
            .set(BIB_REFERENCE, facts.text("REFERENC").orElse(null))
            .set(S_RA, position.raDeg())
            .set(S_DEC, position.decDeg())
            .set(S_FOV, facts.positive("APERTURE").orElse(null))
            .set(T_MIN, facts.positive("MJD-OBS").map(scale::toUtcMjd).orElse(null))
            .set(T_MAX, facts.positive("MJD-END").map(scale::toUtcMjd).orElse(null))
            .set(
                T_EXPTIME,
                facts.positive("TEXPTIME").or(() -> facts.positive("EXPTIME")).orElse(null))
            .set(T_RESOLUTION, facts.positive("EXPTIME").orElse(null))
            .set(T_XEL, combinedCount())
            .set(EM_RES_POWER, facts.positive("SPEC_RES").orElse(null))
            .set(EM_SNR, facts.positive("SNR").orElse(null))
            .set(EM_CALIB_STATUS, "calibrated")
            .set(O_UCD, ucd())
            .set(O_CALIB_STATUS, calibration());
    return RowDerivation.complete(row.build(), spectrum);
  }

  private @Nullable Integer combinedCount() {
    return facts.positive("NCOMBINE").map(Double::intValue).orElse(null);
  }

  /**
   * The archive's own name of the file, else of what it was made from, else a digest of its cards.
   */
  private String obsId() {
    Optional<String> archived = facts.text("ARCFILE").or(() -> facts.text("ORIGFILE"));
    return archived
        .map(name -> name.replaceFirst("\\.fits(\\.gz)?$", ""))
        .orElseGet(
            () ->
                facts.digest(
                    List.of(
                        "TELESCOP",
                        "INSTRUME",
                        "OBJECT",
                        "MJD-OBS",
                        "PROG_ID",
                        "OBID1",
                        "PROV1",
                        "DISPELEM",
                        "WAVELMIN")));
  }

  private boolean isNormalised() {
    return header.logical("CONTNORM").orElse(false) || flux.isRatio();
  }

  private String subtype(boolean combined) {
    if (isNormalised()) {
      return "normalised";
    }
    return combined ? "combined" : "science";
  }

  private String ucd() {
    return flux.ucd().isBlank() ? "phot.flux.density;em.wl" : flux.ucd().replace(";meta.main", "");
  }

  private @Nullable String calibration() {
    return isNormalised()
        ? "normalized"
        : facts.text("FLUXCAL").map(word -> word.toLowerCase(Locale.ROOT)).orElse(null);
  }
}
