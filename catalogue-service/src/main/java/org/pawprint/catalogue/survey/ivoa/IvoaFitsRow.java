package org.pawprint.catalogue.survey.ivoa;

import static org.pawprint.core.obscore.ObsCoreColumn.BAND_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.BIB_REFERENCE;
import static org.pawprint.core.obscore.ObsCoreColumn.CALIB_LEVEL;
import static org.pawprint.core.obscore.ObsCoreColumn.DATAPRODUCT_SUBTYPE;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_SNR;
import static org.pawprint.core.obscore.ObsCoreColumn.FACILITY_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.INSTRUMENT_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_CREATOR_DID;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_CREATOR_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_TITLE;
import static org.pawprint.core.obscore.ObsCoreColumn.O_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.O_UCD;
import static org.pawprint.core.obscore.ObsCoreColumn.REDSHIFT;
import static org.pawprint.core.obscore.ObsCoreColumn.RV;
import static org.pawprint.core.obscore.ObsCoreColumn.S_DEC;
import static org.pawprint.core.obscore.ObsCoreColumn.S_FOV;
import static org.pawprint.core.obscore.ObsCoreColumn.S_RA;
import static org.pawprint.core.obscore.ObsCoreColumn.S_SEEING;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_CLASS;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_EXPTIME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MIN;
import static org.pawprint.core.obscore.ObsCoreColumn.T_XEL;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.FitsFacts;
import org.pawprint.catalogue.survey.RowDerivation;
import org.pawprint.catalogue.survey.SpectrumColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.time.TimeScale;

/**
 * The row by the keywords of SpectrumDM-1.1 table F.1. Pawprint's and Data Central's products add
 * TMIN, TMAX, FOV, Z and others, in UTC, arcseconds and text.
 */
final class IvoaFitsRow {
  private static final double ARCSEC_PER_DEGREE = 3600;

  /** What tells one dataset from another where it has no identifier. */
  private static final List<String> TELLING =
      List.of("TITLE", "OBJECT", "TELESCOP", "INSTRUME", "DATE-OBS", "TSTART", "TMID", "SPECBAND");

  private IvoaFitsRow() {}

  static ObsCoreRow of(FitsFacts facts, SpectrumColumn flux, Spectrum spectrum) {
    Optional<String> identifier = identifier(facts);
    SkyPosition position =
        facts.number("RA").isPresent()
            ? facts.position("RA", "DEC")
            : facts.position("RA_TARG", "DEC_TARG");
    ObsCoreRow.Builder row =
        ObsCoreRow.builder()
            .set(
                OBS_ID,
                identifier
                    .map(id -> facts.digest(identifiers()))
                    .orElseGet(() -> facts.digest(TELLING)))
            .set(OBS_CREATOR_DID, identifier.orElse(null))
            .set(OBS_CREATOR_NAME, facts.text("AUTHOR").orElse(null))
            .set(OBS_TITLE, facts.text("TITLE").orElse(null))
            .set(BIB_REFERENCE, facts.text("VOREF").orElse(null))
            .set(CALIB_LEVEL, 2)
            .set(DATAPRODUCT_SUBTYPE, flux.isRatio() ? "normalised" : "science")
            .set(TARGET_NAME, facts.text("OBJECT").orElse(null))
            .set(TARGET_CLASS, facts.text("SRCCLASS").orElse(null))
            .set(FACILITY_NAME, facts.text("TELESCOP").orElse(null))
            .set(INSTRUMENT_NAME, facts.text("INSTRUME").orElse(null))
            .set(BAND_NAME, facts.text("SPECBAND").or(() -> facts.text("BAND")).orElse(null))
            .set(S_RA, position.raDeg())
            .set(S_DEC, position.decDeg())
            .set(S_FOV, aperture(facts))
            .set(S_SEEING, facts.positive("SEEING").orElse(null))
            .set(REDSHIFT, first(facts, List.of("DER_Z", "REDSHIFT", "Z")))
            .set(RV, facts.number("RV").orElse(null))
            .set(EM_SNR, facts.positive("DER_SNR").orElse(null))
            .set(EM_RES_POWER, facts.positive("SPEC_RP").orElse(null))
            .set(EM_CALIB_STATUS, lower(facts, "SPEC_CAL"))
            .set(O_CALIB_STATUS, lower(facts, "FLUX_CAL"))
            .set(O_UCD, ucd(flux));
    times(row, facts);
    return RowDerivation.complete(row.build(), spectrum);
  }

  private static List<String> identifiers() {
    return List.of("DS_IDPUB", "DS_IDENT", "CR_IDENT");
  }

  private static Optional<String> identifier(FitsFacts facts) {
    return facts.text("CR_IDENT").or(() -> facts.text("DS_IDENT")).or(() -> facts.text("DS_IDPUB"));
  }

  /** Days from MJDREF, in TT where TIMESYS is absent (section 9.1); TMIN and TMAX are UTC. */
  private static void times(ObsCoreRow.Builder row, FitsFacts facts) {
    TimeScale scale = facts.timeScale(TimeScale.TT);
    double zero = facts.number("MJDREF").orElse(0.0);
    row.set(
            T_MIN,
            facts
                .positive("TSTART")
                .map(t -> scale.toUtcMjd(zero + t))
                .or(() -> facts.positive("TMIN"))
                .orElse(null))
        .set(
            T_MAX,
            facts
                .positive("TSTOP")
                .map(t -> scale.toUtcMjd(zero + t))
                .or(() -> facts.positive("TMAX"))
                .orElse(null))
        .set(T_EXPTIME, facts.positive("EXPOSURE").or(() -> facts.positive("EXPTIME")).orElse(null))
        .set(T_XEL, facts.positive("TXEL").map(Double::intValue).orElse(null));
  }

  /** APERTURE is in degrees, as all of the spatial axis; FOV in arcseconds. */
  private static @Nullable Double aperture(FitsFacts facts) {
    return facts
        .positive("APERTURE")
        .or(() -> facts.positive("FOV").map(arcsec -> arcsec / ARCSEC_PER_DEGREE))
        .orElse(null);
  }

  private static @Nullable Double first(FitsFacts facts, List<String> keys) {
    return keys.stream().flatMap(key -> facts.number(key).stream()).findFirst().orElse(null);
  }

  private static @Nullable String lower(FitsFacts facts, String key) {
    return facts.text(key).map(word -> word.toLowerCase(Locale.ROOT)).orElse(null);
  }

  private static String ucd(SpectrumColumn flux) {
    return flux.ucd().isBlank() ? "phot.flux.density;em.wl" : flux.ucd().replace(";meta.main", "");
  }
}
