package org.pawprint.catalogue.survey.sami;

import org.pawprint.catalogue.survey.WavelengthRange;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.spectrum.SpectralAxis;

/**
 * The two arms of the spectrograph, by their gratings 580V and 1000R. Resolving powers: Croom et
 * al. 2021, MNRAS 505, 991; line widths: Data Central, SAMI DR3, "Stellar Kinematics Data
 * Products", section 2.1.
 */
enum SamiArm {
  BLUE("blue", 1808, 2.66e-10),
  RED("red", 4304, 1.59e-10);

  /** The arms see 3750 to 5750 Å and 6300 to 7400 Å; the cubes reach a little further. */
  private static final WavelengthRange RANGE = new WavelengthRange(3400, 7800);

  /** The dichroic parts at 5700 Å; both axes have their middle well away from here. */
  private static final double BETWEEN = 5900;

  private final String word;
  private final double resolvingPower;
  private final double lineWidthMetres;

  SamiArm(String word, double resolvingPower, double lineWidthMetres) {
    this.word = word;
    this.resolvingPower = resolvingPower;
    this.lineWidthMetres = lineWidthMetres;
  }

  /**
   * The arm that saw these wavelengths.
   *
   * @param keyword the card to blame when neither can have
   */
  static SamiArm of(FitsHeader header, String keyword, SpectralAxis axis) {
    RANGE.require(header, keyword, axis);
    return (axis.first() + axis.last()) / 2 < BETWEEN ? BLUE : RED;
  }

  String word() {
    return word;
  }

  double resolvingPower() {
    return resolvingPower;
  }

  double lineWidthMetres() {
    return lineWidthMetres;
  }
}
