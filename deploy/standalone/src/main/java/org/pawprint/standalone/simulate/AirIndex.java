package org.pawprint.standalone.simulate;

/** Standard air (Ciddor 1996, Applied Optics 35, 1566): what 2dfdr's arc lines are measured in. */
final class AirIndex {
  private AirIndex() {}

  /** Vacuum wavelength of an air wavelength, both Å, by fixed-point steps; exact to 1e-9 Å. */
  static double vacuumOf(double air) {
    double vacuum = air;
    for (int i = 0; i < 5; i++) {
      vacuum = air * refractiveIndex(vacuum);
    }
    return vacuum;
  }

  /** Air wavelength of a vacuum wavelength, both Å. */
  static double airOf(double vacuum) {
    return vacuum / refractiveIndex(vacuum);
  }

  private static double refractiveIndex(double vacuumAngstrom) {
    double waveNumber = 1e4 / vacuumAngstrom;
    double square = waveNumber * waveNumber;
    return 1 + 0.05792105 / (238.0185 - square) + 0.00167917 / (57.362 - square);
  }
}
