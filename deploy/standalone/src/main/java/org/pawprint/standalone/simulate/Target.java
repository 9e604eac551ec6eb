package org.pawprint.standalone.simulate;

/**
 * The truth about a programme fibre.
 *
 * @param redshift of the spectrum as simulated, topocentric; stars have their radial velocity / c
 * @param magnitude AB, near 5700 Å
 */
public record Target(String name, TargetKind kind, double redshift, double magnitude) {
  public Target {
    if (!(redshift > -0.01 && redshift < 5)) {
      throw new IllegalArgumentException(name + ": redshift " + redshift + " not in (-0.01, 5)");
    }
  }
}
