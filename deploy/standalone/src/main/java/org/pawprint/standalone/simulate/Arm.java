package org.pawprint.standalone.simulate;

/**
 * One camera of AAOmega with the grating of the usual low-resolution setup. Angles follow the
 * grating equation in first order, m n λ = sin α + sin β, with α the grating angle and β the camera
 * angle less the grating angle.
 */
public enum Arm {
  /** 580V: 3740 to 5860 Å. */
  BLUE("blue", 1, "BL", "580V", 580, 0.7, 4800, 1.88, 3.61),
  /** 385R, whose ruling is really 383 lines/mm: 5640 to 8850 Å. */
  RED("red", 2, "RD", "385R", 383, 0.6, 7250, 1.99, 4.25);

  /** Pixels along the dispersion. */
  static final int PIXELS = 2048;

  /** Reference pixel, counted from 1: mid-array, as 2dfdr writes it. */
  static final int REFERENCE_PIXEL = 1024;

  private static final double PIXEL_MM = 0.015;
  private static final double CAMERA_FOCUS_MM = 247;

  /** Image of the 140 µm fibre on the detector. */
  private static final double FIBRE_IMAGE_PIXELS = 3.4;

  private final String word;
  private final int camera;
  private final String spectrographId;
  private final String gratingId;
  private final double linesPerMm;
  private final double tiltDegrees;
  private final double centreAngstrom;
  private final double gain;
  private final double readNoise;

  Arm(
      String word,
      int camera,
      String spectrographId,
      String gratingId,
      double linesPerMm,
      double tiltDegrees,
      double centreAngstrom,
      double gain,
      double readNoise) {
    this.word = word;
    this.camera = camera;
    this.spectrographId = spectrographId;
    this.gratingId = gratingId;
    this.linesPerMm = linesPerMm;
    this.tiltDegrees = tiltDegrees;
    this.centreAngstrom = centreAngstrom;
    this.gain = gain;
    this.readNoise = readNoise;
  }

  /** {@code blue} or {@code red}, as events say it. */
  public String word() {
    return word;
  }

  /** Digit in file names: 1 blue, 2 red. */
  public int camera() {
    return camera;
  }

  /** Header value of SPECTID. */
  public String spectrographId() {
    return spectrographId;
  }

  String gratingId() {
    return gratingId;
  }

  double linesPerMm() {
    return linesPerMm;
  }

  double tiltDegrees() {
    return tiltDegrees;
  }

  /** Wavelength in air at the reference pixel, Å. */
  double centreAngstrom() {
    return centreAngstrom;
  }

  /** Electrons per count. */
  double gain() {
    return gain;
  }

  /** Electrons. */
  double readNoise() {
    return readNoise;
  }

  /**
   * Angle between collimator and camera, degrees: GRATING equation with α, β = half of it ∓ tilt.
   */
  double cameraAngleDegrees() {
    double lambdaMm = centreAngstrom * 1e-7;
    double sine = lambdaMm * linesPerMm / 2 / StrictMath.cos(StrictMath.toRadians(tiltDegrees));
    return 2 * StrictMath.toDegrees(StrictMath.asin(sine));
  }

  /** Angle of incidence on the grating, degrees. */
  double gratingAngleDegrees() {
    return cameraAngleDegrees() / 2 - tiltDegrees;
  }

  /** Å per pixel at the centre. */
  double dispersion() {
    double beta = StrictMath.toRadians(cameraAngleDegrees() - gratingAngleDegrees());
    return PIXEL_MM / CAMERA_FOCUS_MM * StrictMath.cos(beta) / linesPerMm * 1e7;
  }

  /** Full width at half maximum of an unresolved line, Å. */
  double lineWidth() {
    return FIBRE_IMAGE_PIXELS * dispersion();
  }

  /** λ in air of a pixel counted from 0, Å. */
  double wavelength(int pixel) {
    return centreAngstrom + (pixel + 1 - REFERENCE_PIXEL) * dispersion();
  }
}
