package org.pawprint.core.spectrum;

/**
 * From the axis of a spectrum to what ObsCore and SSA mean by wavelength: in vacuum, as observed.
 * Velocities of the observer are left aside, as they are in {@code em_min} and {@code em_max}.
 *
 * @param medium of the axis
 * @param stretch by which the axis is to be multiplied first: 1 unless it is at rest in its source
 */
public record ObservedWavelength(Medium medium, double stretch) {
  private static final double METRES_PER_ANGSTROM = 1e-10;

  /**
   * @param radialVelocity of the source in km/s, of use only for an axis at rest in it; NaN for
   *     unknown, which counts as 0
   */
  public static ObservedWavelength of(Medium medium, VelocityFrame frame, double radialVelocity) {
    boolean atRest = frame == VelocityFrame.SOURCE && !Double.isNaN(radialVelocity);
    return new ObservedWavelength(
        medium, atRest ? 1 + radialVelocity / VelocityFrame.LIGHT_KM_PER_S : 1);
  }

  /** Vacuum wavelength in metres. */
  public double metres(double angstrom) {
    double observed = angstrom * stretch;
    double vacuum = medium == Medium.AIR ? AirWavelength.toVacuumAngstrom(observed) : observed;
    return vacuum * METRES_PER_ANGSTROM;
  }
}
