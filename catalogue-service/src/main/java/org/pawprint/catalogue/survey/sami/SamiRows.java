package org.pawprint.catalogue.survey.sami;

import static org.pawprint.core.obscore.ObsCoreColumn.ARM;
import static org.pawprint.core.obscore.ObsCoreColumn.BAND_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.BIB_REFERENCE;
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
import static org.pawprint.core.obscore.ObsCoreColumn.REDSHIFT;
import static org.pawprint.core.obscore.ObsCoreColumn.S_DEC;
import static org.pawprint.core.obscore.ObsCoreColumn.S_FOV;
import static org.pawprint.core.obscore.ObsCoreColumn.S_RA;
import static org.pawprint.core.obscore.ObsCoreColumn.S_REGION;
import static org.pawprint.core.obscore.ObsCoreColumn.S_RESOLUTION;
import static org.pawprint.core.obscore.ObsCoreColumn.S_SEEING;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_EXPTIME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_XEL;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.CubeHdu;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.catalogue.survey.RowDerivation;
import org.pawprint.catalogue.survey.SpectralCube;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.TangentPlane;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.spectrum.Spectrum;

/**
 * Rows of what is in one file. Times are unknown: a cube keeps the sum of its exposures, but of
 * their dates only what is in the names of the frames. Z_TONRY of the aperture spectra is corrected
 * for local flows, to find a distance, and no redshift as observed.
 */
final class SamiRows {
  /** Side of a spaxel in arcsec (Data Central, SAMI, "Core data products"). */
  static final double SPAXEL_ARCSEC = 0.5;

  private static final double ARCSEC_PER_DEGREE = 3600;

  private static final Pattern SIMULATOR = Pattern.compile("simulat", Pattern.CASE_INSENSITIVE);

  private final FitsHeader header;
  private final Optional<SkyPosition> galaxy;
  private final ObsCoreRow common;

  SamiRows(FitsHeader header, SamiArm arm) {
    this.header = header;
    this.galaxy = galaxy(header);
    this.common = common(header, arm);
  }

  private static ObsCoreRow common(FitsHeader header, SamiArm arm) {
    SamiIdentity identity = SamiIdentity.of(header);
    return ObsCoreRow.builder()
        .set(OBS_ID, identity.obsId())
        .set(CALIB_LEVEL, 3)
        .set(TARGET_NAME, identity.galaxy())
        .set(FIELD_NAME, header.text("LABEL").or(identity::plate).orElse(null))
        .set(FACILITY_NAME, "AAT")
        .set(INSTRUMENT_NAME, "SAMI-AAOmega")
        .set(BIB_REFERENCE, paper(header))
        .set(ARM, arm.word())
        .set(BAND_NAME, arm.word())
        .set(EM_RES_POWER, arm.resolvingPower())
        .set(EM_RESOLUTION, arm.lineWidthMetres())
        .set(EM_CALIB_STATUS, "calibrated")
        .set(O_UCD, "phot.flux.density;em.wl")
        .set(O_CALIB_STATUS, "absolute")
        .set(T_EXPTIME, positive(header, "TOTALEXP"))
        .set(T_XEL, identity.count())
        .set(S_SEEING, positive(header, "PSFFWHM"))
        .set(S_RESOLUTION, positive(header, "PSFFWHM"))
        .set(REDSHIFT, positive(header, "Z_SPEC"))
        .build();
  }

  /** None where ORIGIN is a simulator: its files have the survey's form and none of its data. */
  private static @Nullable String paper(FitsHeader header) {
    boolean simulated = header.text("ORIGIN").filter(o -> SIMULATOR.matcher(o).find()).isPresent();
    return simulated ? null : DataPaper.SAMI.bibcode();
  }

  /** Missing values are below zero, and so is no galaxy's redshift of this survey. */
  private static @Nullable Double positive(FitsHeader header, String key) {
    double value = header.number(key).orElse(Double.NaN);
    return value > 0 ? value : null;
  }

  private static Optional<SkyPosition> galaxy(FitsHeader header) {
    double ra = header.number("CATARA").orElse(Double.NaN);
    double dec = header.number("CATADEC").orElse(Double.NaN);
    return Double.isFinite(ra) && Math.abs(dec) <= 90
        ? Optional.of(new SkyPosition(ra, dec))
        : Optional.empty();
  }

  /** Where the header has no celestial coordinates the galaxy is taken for the middle. */
  ObsCoreRow cube(CubeHdu hdu, SpectralCube cube, String subtype) {
    ObsCoreRow.Builder row = common.toBuilder().set(DATAPRODUCT_SUBTYPE, subtype);
    Optional<TangentPlane> plane = TangentPlane.of(header);
    if (plane.isPresent()) {
      place(row, Optional.of(plane.get().middle(hdu.columns(), hdu.rows())));
      row.set(S_FOV, plane.get().diagonalDeg(hdu.columns(), hdu.rows()))
          .set(S_REGION, plane.get().outline(hdu.columns(), hdu.rows()));
    } else {
      place(row, galaxy);
      row.set(S_FOV, Math.hypot(hdu.columns(), hdu.rows()) * SPAXEL_ARCSEC / ARCSEC_PER_DEGREE);
    }
    return RowDerivation.complete(row.build(), cube);
  }

  /** An annulus has its centroid in the middle of the galaxy, wherever its spaxels are. */
  ObsCoreRow bin(BinMask mask, int bin, Spectrum spectrum, String subtype) {
    double[] at = mask.centroid(bin);
    ObsCoreRow.Builder row = common.toBuilder().set(DATAPRODUCT_SUBTYPE, subtype);
    place(row, TangentPlane.of(header).map(plane -> plane.at(at[0], at[1])).or(() -> galaxy));
    row.set(S_FOV, diameterDegrees(mask.spaxels(bin)));
    return RowDerivation.complete(row.build(), spectrum);
  }

  ObsCoreRow aperture(Spectrum spectrum, String subtype) {
    ObsCoreRow.Builder row = common.toBuilder().set(DATAPRODUCT_SUBTYPE, subtype);
    place(row, galaxy);
    double spaxels = header.requiredNumber("N_SPAX");
    row.set(S_FOV, spaxels > 0 ? diameterDegrees(spaxels) : null);
    return RowDerivation.complete(row.build(), spectrum);
  }

  private static void place(ObsCoreRow.Builder row, Optional<SkyPosition> position) {
    position.ifPresent(at -> row.set(S_RA, at.raDeg()).set(S_DEC, at.decDeg()));
  }

  /** Of the circle with the area of so many spaxels. */
  private static double diameterDegrees(double spaxels) {
    return 2 * Math.sqrt(spaxels / Math.PI) * SPAXEL_ARCSEC / ARCSEC_PER_DEGREE;
  }
}
