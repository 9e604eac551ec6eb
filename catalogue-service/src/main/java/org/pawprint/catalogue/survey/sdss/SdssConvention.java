package org.pawprint.catalogue.survey.sdss;

import static org.pawprint.core.obscore.ObsCoreColumn.CALIB_LEVEL;
import static org.pawprint.core.obscore.ObsCoreColumn.DATAPRODUCT_SUBTYPE;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.FACILITY_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.O_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.O_UCD;
import static org.pawprint.core.obscore.ObsCoreColumn.S_SEEING;
import static org.pawprint.core.obscore.ObsCoreColumn.T_EXPTIME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MIN;
import static org.pawprint.core.obscore.ObsCoreColumn.T_RESOLUTION;
import static org.pawprint.core.obscore.ObsCoreColumn.T_XEL;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.time.TimeScale;

/** What all files of the survey have in common. */
final class SdssConvention {
  static final String TELESCOPE = "SDSS 2.5-M";

  /**
   * Unit of the flux: classic.sdss.org/dr7/dm/flatFiles/spSpec.html, and {@code spec} in the data
   * model of DR8 and later. Most files misspell it in BUNIT ({@code 1.0E-17 erg/cm/s/Ang}).
   */
  static final String FLUX_UNIT = "1e-17 erg/s/cm2/Angstrom";

  /**
   * BRIGHTSKY, the one bit that flux should not be trusted under; what is worse has no error
   * already (sdss3.org/dr10/algorithms/bitmask_sppixmask.php).
   */
  static final long BRIGHT_SKY = 1L << 23;

  /** Aperture of the SDSS spectrographs, 180 µm (York et al. 2000, AJ 120, 1579). */
  static final double SDSS_FIBRE_DEGREES = 3.0 / 3600;

  /** Aperture of the BOSS spectrographs, 120 µm (Smee et al. 2013, AJ 146, 32). */
  static final double BOSS_FIBRE_DEGREES = 2.0 / 3600;

  /** Reductions (RUN2D) of spec files, by the paper of the release that first had them. */
  private static final Map<String, DataPaper> PAPERS =
      Map.ofEntries(
          Map.entry("26", DataPaper.SDSS_DR8),
          Map.entry("103", DataPaper.SDSS_DR8),
          Map.entry("104", DataPaper.SDSS_DR8),
          Map.entry("v5_4_45", DataPaper.SDSS_DR9),
          Map.entry("v5_5_12", DataPaper.SDSS_DR10),
          Map.entry("v5_6_5", DataPaper.SDSS_DR12),
          Map.entry("v5_7_0", DataPaper.SDSS_DR12),
          Map.entry("v5_7_2", DataPaper.SDSS_DR12),
          Map.entry("v5_9_0", DataPaper.SDSS_DR13),
          Map.entry("v5_10_0", DataPaper.SDSS_DR14),
          Map.entry("v5_13_0", DataPaper.SDSS_DR16),
          Map.entry("v5_13_2", DataPaper.SDSS_DR17));

  private SdssConvention() {}

  /** The paper of a reduction; those after DR17, and those of no release, have none. */
  static Optional<DataPaper> paper(String run2d) {
    return Optional.ofNullable(PAPERS.get(run2d));
  }

  /**
   * Columns that the primary header gives in every file. Its exposure is the least among cameras;
   * TAI-BEG and TAI-END are seconds of atomic time since MJD 0.
   */
  static ObsCoreRow common(FitsHeader header) {
    Double exposure = positive(header, "EXPTIME");
    return ObsCoreRow.builder()
        .set(CALIB_LEVEL, 3)
        .set(DATAPRODUCT_SUBTYPE, "combined")
        .set(FACILITY_NAME, TELESCOPE)
        .set(S_SEEING, positive(header, "SEEING50"))
        .set(T_MIN, utc(header, "TAI-BEG"))
        .set(T_MAX, utc(header, "TAI-END"))
        .set(T_EXPTIME, exposure)
        .set(T_RESOLUTION, exposure)
        .set(T_XEL, exposures(header))
        .set(EM_CALIB_STATUS, "calibrated")
        .set(O_UCD, "phot.flux.density;em.wl")
        .set(O_CALIB_STATUS, "absolute")
        .build();
  }

  private static @Nullable Double utc(FitsHeader header, String key) {
    OptionalDouble seconds = header.number(key);
    return seconds.isPresent() && seconds.getAsDouble() > 0
        ? TimeScale.TAI.secondsToUtcMjd(seconds.getAsDouble())
        : null;
  }

  /** Exposures of the camera that has most: NEXP counts those of all four. */
  private static @Nullable Integer exposures(FitsHeader header) {
    long most = 0;
    for (String camera : new String[] {"B1", "B2", "R1", "R2"}) {
      most = Math.max(most, header.integer("NEXP_" + camera).orElse(0));
    }
    return most > 0 && most < 1000 ? (int) most : null;
  }

  static @Nullable Double positive(FitsHeader header, String key) {
    double value = header.number(key).orElse(Double.NaN);
    return value > 0 ? value : null;
  }

  /** Name of one observation of one fibre, e.g. {@code 0304-51609-087}. */
  static String obsId(long plate, long mjd, long fibre, int digitsOfFibre) {
    return ("%04d-%05d-%0" + digitsOfFibre + "d").formatted(plate, mjd, fibre);
  }
}
