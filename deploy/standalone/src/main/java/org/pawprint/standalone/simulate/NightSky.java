package org.pawprint.standalone.simulate;

/**
 * What the air adds and takes, on the pixels of one arm: airglow with its oxygen lines and hydroxyl
 * bands (air wavelengths of Osterbrock et al. 1996, strengths rounded), and absorption.
 */
final class NightSky {
  private static final double[][] LINES = {
    {4358.3, 35}, {5198.8, 25}, {5460.7, 60}, {5577.34, 3200}, {5889.95, 210}, {5895.92, 130},
    {5915.3, 25}, {5932.9, 45}, {5953.4, 30}, {6257.96, 60}, {6287.43, 60}, {6300.30, 1150},
    {6306.87, 60}, {6363.78, 390}, {6498.73, 110}, {6533.04, 120}, {6553.62, 90}, {6577.2, 55},
    {6604.1, 30}, {6827.5, 60}, {6834.0, 90}, {6863.96, 260}, {6871.0, 100}, {6889.3, 80},
    {6923.22, 210}, {6939.5, 110}, {6949.1, 60}, {7003.9, 35}, {7244.91, 260}, {7276.41, 420},
    {7284.4, 160}, {7303.7, 160}, {7316.28, 460}, {7329.1, 130}, {7340.89, 400}, {7358.7, 160},
    {7369.3, 210}, {7392.2, 90}, {7401.9, 120}, {7524.1, 90}, {7571.75, 130}, {7715.0, 180},
    {7726.6, 100}, {7750.64, 480}, {7759.99, 230}, {7780.5, 170}, {7794.11, 500}, {7808.5, 200},
    {7821.50, 420}, {7841.27, 260}, {7853.2, 320}, {7913.71, 420}, {7949.2, 150}, {7964.65, 480},
    {7993.33, 560}, {8014.1, 150}, {8025.81, 430}, {8062.3, 200}, {8285.6, 160}, {8298.4, 120},
    {8344.60, 680}, {8353.1, 200}, {8382.4, 300}, {8399.17, 900}, {8415.2, 330}, {8430.17, 960},
    {8452.2, 330}, {8465.36, 700}, {8493.4, 380}, {8504.6, 330}, {8548.7, 140}, {8761.2, 180},
    {8767.9, 360}, {8778.3, 400}, {8791.2, 260}, {8827.10, 950}, {8836.0, 300}, {8850.3, 360}
  };

  private final float[] emission = new float[Arm.PIXELS];
  private final float[] slope = new float[Arm.PIXELS];
  private final float[] transmission = new float[Arm.PIXELS];

  NightSky(Arm arm) {
    for (int pixel = 0; pixel < Arm.PIXELS; pixel++) {
      double lambda = arm.wavelength(pixel);
      emission[pixel] = (float) (brightness(lambda, arm) * throughput(arm, lambda));
      transmission[pixel] = (float) airTransmission(lambda);
    }
    for (int pixel = 1; pixel < Arm.PIXELS - 1; pixel++) {
      slope[pixel] = (emission[pixel + 1] - emission[pixel - 1]) / 2;
    }
  }

  /** Electrons per pixel in a dark half hour, through a mean fibre. */
  float[] emission() {
    return emission;
  }

  /** Change of the emission per pixel. */
  float[] slope() {
    return slope;
  }

  /** Fraction of an object's light that the water and oxygen of the air let through. */
  float[] transmission() {
    return transmission;
  }

  /** Of telescope, fibre, dichroic, grating and detector, relative to the best. */
  static double throughput(Arm arm, double lambda) {
    double offset = (lambda - (arm == Arm.BLUE ? 5000 : 6900)) / (arm == Arm.BLUE ? 900 : 1500);
    double blaze = 1 / (1 + offset * offset);
    double past = (arm == Arm.BLUE ? 5720 - lambda : lambda - 5700) / 45;
    return blaze * 0.5 * (1 + StrictMath.tanh(past));
  }

  private static double brightness(double lambda, Arm arm) {
    double continuum = 70 + 80 * Math.max(0, lambda - 4000) / 4500;
    double sigma = arm.lineWidth() / 2.3548;
    double perPixel = arm.dispersion() / 1.57;
    double lines = 0;
    for (double[] line : LINES) {
      double deviation = (lambda - line[0]) / sigma;
      if (Math.abs(deviation) < 6) {
        lines += line[1] * 2.5 * StrictMath.exp(-deviation * deviation / 2);
      }
    }
    return (continuum + lines) * perPixel;
  }

  /** Oxygen B and A bands and two water bands, as seen at this resolution. */
  private static double airTransmission(double lambda) {
    double depth =
        bandShape(lambda, 6867, 6944, 0.28)
            + bandShape(lambda, 7160, 7340, 0.10)
            + bandShape(lambda, 7593, 7700, 0.62)
            + bandShape(lambda, 8125, 8350, 0.12);
    return 1 - depth;
  }

  private static double bandShape(double lambda, double head, double end, double depth) {
    double place = (lambda - head) / (end - head);
    double rise = 0.5 * (1 + StrictMath.tanh(place / 0.03));
    double fall = 0.5 * (1 + StrictMath.tanh((1 - place) / 0.1));
    return depth * rise * fall * (1 - 0.55 * Math.min(1, Math.max(0, place)));
  }
}
