package org.pawprint.core.spectrum;

/**
 * Wavelengths in standard air (dry, 15 °C, 101,325 Pa, 450 ppm CO₂) and in vacuum, in ångström.
 *
 * <p>The refractive index is equation 1 of Ciddor 1996, Appl. Opt. 35, 1566, with the wavenumber σ
 * in vacuum per micrometre:
 *
 * <pre>(n − 1)·10⁸ = 5 792 105 / (238.0185 − σ²) + 167 917 / (57.362 − σ²)</pre>
 *
 * <p>It was fitted between 3000 and 16,900 Å and is used beyond, as is customary. Below 2000 Å air
 * wavelengths are not in use: such a value is taken to be vacuum already and returned unchanged.
 */
public final class AirWavelength {
  /** Below this, in ångström, air and vacuum are not told apart. */
  public static final double SHORTEST_ANGSTROM = 2000;

  /** Each round gains some four digits, so this is exact to rounding. */
  private static final int ROUNDS = 5;

  private AirWavelength() {}

  /**
   * @param airAngstrom wavelength in air, above zero
   * @return wavelength in vacuum, the inverse of {@link #toAirAngstrom}
   */
  public static double toVacuumAngstrom(double airAngstrom) {
    requirePositive(airAngstrom);
    if (airAngstrom < SHORTEST_ANGSTROM) {
      return airAngstrom;
    }
    double vacuum = airAngstrom;
    for (int i = 0; i < ROUNDS; i++) {
      vacuum = airAngstrom * refractiveIndex(vacuum);
    }
    return vacuum;
  }

  /**
   * @param vacuumAngstrom wavelength in vacuum, above zero
   * @return wavelength in air
   */
  public static double toAirAngstrom(double vacuumAngstrom) {
    requirePositive(vacuumAngstrom);
    return vacuumAngstrom < SHORTEST_ANGSTROM
        ? vacuumAngstrom
        : vacuumAngstrom / refractiveIndex(vacuumAngstrom);
  }

  private static double refractiveIndex(double vacuumAngstrom) {
    double perMicron = 1e4 / vacuumAngstrom;
    double sigma2 = perMicron * perMicron;
    return 1 + 1e-8 * (5_792_105 / (238.0185 - sigma2) + 167_917 / (57.362 - sigma2));
  }

  private static void requirePositive(double angstrom) {
    if (!(angstrom > 0)) {
      throw new IllegalArgumentException("a wavelength of " + angstrom + " Å");
    }
  }
}
