package org.pawprint.catalogue.survey.gama;

import static org.pawprint.core.obscore.ObsCoreColumn.EM_RESOLUTION;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER_MIN;
import static org.pawprint.core.obscore.ObsCoreColumn.FACILITY_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.INSTRUMENT_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.S_FOV;

import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.obscore.ObsCoreRow;

/**
 * A spectrograph with its telescope, as the surveys document them; Data Central's catalogue has the
 * same numbers.
 *
 * @param apertureArcsec diameter of the fibre on the sky
 * @param resolution see {@link Resolution}
 */
record Instrument(String facility, String name, double apertureArcsec, Resolution resolution) {

  /**
   * NaN where the survey gives none.
   *
   * @param power at the middle of the band
   * @param least over the band
   * @param greatest over the band
   * @param angstrom width of an unresolved line, FWHM
   */
  record Resolution(double power, double least, double greatest, double angstrom) {
    static final Resolution UNKNOWN =
        new Resolution(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  private static final double METRES_PER_ANGSTROM = 1e-10;
  private static final double ARCSEC_PER_DEGREE = 3600;
  private static final double TWO_DF_ARCSEC = 2.1;

  /** AAOmega with 580V and 385R, spliced. */
  static final Instrument AAOMEGA =
      new Instrument("AAT", "2dF-AAOmega", TWO_DF_ARCSEC, new Resolution(1361, 1050, 1681, 5.318));

  /** AAOmega where the file tells no gratings. */
  static final Instrument AAOMEGA_ANY =
      new Instrument("AAT", "2dF-AAOmega", TWO_DF_ARCSEC, Resolution.UNKNOWN);

  /** 6dF with the gratings of the survey. */
  static final Instrument SIX_DF =
      new Instrument("UKST", "6dF", 6.7, new Resolution(1000, Double.NaN, Double.NaN, 8.5));

  /** classic.sdss.org/dr7/instruments/spectrographs: 1850 in the blue to 2200 in the red. */
  static final Instrument SDSS =
      new Instrument("SDSS 2.5-M", "SDSS spectrograph", 3, new Resolution(2000, 1850, 2200, 3.25));

  private static final Instrument TWO_DF_300B =
      new Instrument("AAT", "2dF", TWO_DF_ARCSEC, new Resolution(644, 400, 889, 9));

  private static final Instrument TWO_DF =
      new Instrument("AAT", "2dF", TWO_DF_ARCSEC, Resolution.UNKNOWN);

  /** The spectrographs of 2dF before AAOmega; their resolution is known for grating 300B. */
  static Instrument twoDf(FitsHeader header) {
    return header.text("GRATID").filter("300B"::equalsIgnoreCase).isPresent()
        ? TWO_DF_300B
        : TWO_DF;
  }

  Instrument with(Resolution other) {
    return new Instrument(facility, name, apertureArcsec, other);
  }

  /** Adds the instrument's columns. */
  void fill(ObsCoreRow.Builder row) {
    row.set(FACILITY_NAME, facility)
        .set(INSTRUMENT_NAME, name)
        .set(S_FOV, apertureArcsec / ARCSEC_PER_DEGREE)
        .set(EM_RES_POWER, resolution.power())
        .set(EM_RES_POWER_MIN, resolution.least())
        .set(EM_RES_POWER_MAX, resolution.greatest())
        .set(EM_RESOLUTION, resolution.angstrom() * METRES_PER_ANGSTROM);
  }
}
