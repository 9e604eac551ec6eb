package org.pawprint.standalone.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Exposes a field in one arm and reduces it as far as 2dfdr does: extracted, on one linear axis,
 * throughput calibrated, sky subtracted, tellurics corrected, not flux calibrated. Each row draws
 * its own noise, so a row depends on nothing but the field.
 */
final class FrameRenderer {
  /** Electrons per pixel of magnitude 20 in half an hour at best throughput. */
  private static final double ELECTRONS_AT_20 = 75;

  /** Pixels across the fibre that add read noise. */
  private static final double EXTRACTED_PIXELS = 5;

  private static final double SKY_SCALE_ERROR = 0.012;
  private static final double SKY_SHIFT_ERROR_PIXELS = 0.02;
  private static final int[] BAD_COLUMNS = {611, 1490};

  private final Arm arm;
  private final NightSky sky;
  private final float[] response = new float[Arm.PIXELS];
  private final double[] lnVacuum = new double[Arm.PIXELS];

  FrameRenderer(Arm arm) {
    this.arm = arm;
    this.sky = new NightSky(arm);
    for (int pixel = 0; pixel < Arm.PIXELS; pixel++) {
      double air = arm.wavelength(pixel);
      lnVacuum[pixel] = StrictMath.log(AirIndex.vacuumOf(air));
      response[pixel] = (float) NightSky.throughput(arm, air) * sky.transmission()[pixel];
    }
  }

  FrameImage render(SimulatedField field) {
    int size = SimulatedField.FIBRES * Arm.PIXELS;
    float[] flux = new float[size];
    float[] variance = new float[size];
    float[] throughput = new float[SimulatedField.FIBRES];
    List<Double> snr = new ArrayList<>();
    float[] object = new float[Arm.PIXELS];
    for (Fibre fibre : field.fibres()) {
      int from = fibre.row() * Arm.PIXELS;
      throughput[fibre.row()] = fibre.use() == FibreUse.BROKEN ? 0 : (float) fibre.throughput();
      if (fibre.use() == FibreUse.BROKEN) {
        Arrays.fill(flux, from, from + Arm.PIXELS, Float.NaN);
        Arrays.fill(variance, from, from + Arm.PIXELS, Float.NaN);
        continue;
      }
      SeededNoise noise = SeededNoise.of(field.seed(), arm.camera(), fibre.row());
      expose(fibre.target(), field.exposureSeconds(), object);
      double meanSnr = reduce(fibre, field.exposureSeconds(), object, noise, flux, variance);
      blemish(fibre.row(), noise, flux, variance);
      if (fibre.use() == FibreUse.PROGRAMME) {
        snr.add(meanSnr);
      }
    }
    snr.sort(null);
    return new FrameImage(
        flux, variance, meanSky(field), telluric(), throughput, snr.get(snr.size() / 2));
  }

  /** Electrons of the target per pixel through a mean fibre, absorbed by the air. */
  private void expose(Optional<Target> wanted, int seconds, float[] object) {
    if (wanted.isEmpty()) {
      Arrays.fill(object, 0);
      return;
    }
    Target target = wanted.get();
    RestSpectrum template = Templates.of(target.kind());
    double lnRedshift = StrictMath.log1p(target.redshift());
    double reference = 0;
    for (int i = 0; i < 32; i++) {
      reference += template.at(StrictMath.log(5300 + 25 * i) - lnRedshift) / 32;
    }
    double brightness = StrictMath.pow(10, 0.4 * (20 - target.magnitude()));
    double perPixel = arm.dispersion() / Arm.RED.dispersion();
    float scale = (float) (ELECTRONS_AT_20 * brightness * perPixel * seconds / 1800 / reference);
    for (int pixel = 0; pixel < Arm.PIXELS; pixel++) {
      object[pixel] = scale * template.at(lnVacuum[pixel] - lnRedshift) * response[pixel];
    }
  }

  /** Adds noise and what sky subtraction leaves; returns the mean signal to noise. */
  private double reduce(
      Fibre fibre, int seconds, float[] object, SeededNoise noise, float[] flux, float[] variance) {
    boolean onSky = fibre.use() == FibreUse.PROGRAMME || fibre.use() == FibreUse.SKY;
    float skyScale = onSky ? seconds / 1800f : 0;
    float scaleError = skyScale * (float) SKY_SCALE_ERROR * noise.gaussian();
    float shiftError = skyScale * (float) SKY_SHIFT_ERROR_PIXELS * noise.gaussian();
    float readVariance = (float) (arm.readNoise() * arm.readNoise() * EXTRACTED_PIXELS);
    float through = (float) fibre.throughput();
    float[] emission = sky.emission();
    float[] slope = sky.slope();
    float[] transmission = sky.transmission();
    float calibration = (float) (1 / arm.gain()) / through;
    int from = fibre.row() * Arm.PIXELS;
    double snr = 0;
    for (int pixel = 0; pixel < Arm.PIXELS; pixel++) {
      float electrons = (object[pixel] + skyScale * emission[pixel]) * through;
      float electronVariance = electrons + readVariance;
      float sigma = (float) Math.sqrt(electronVariance);
      float left = object[pixel] + scaleError * emission[pixel] + shiftError * slope[pixel];
      float perCount = calibration / transmission[pixel];
      flux[from + pixel] = (left * through + sigma * noise.gaussian()) * perCount;
      variance[from + pixel] = electronVariance * perCount * perCount;
      snr += object[pixel] * through / sigma;
    }
    return snr / Arm.PIXELS;
  }

  /**
   * Blanks the ends that the curved slit does not reach and the bad columns it bends across, drops
   * single pixels, and leaves a few cosmic rays that were not found.
   */
  private static void blemish(int row, SeededNoise noise, float[] flux, float[] variance) {
    int from = row * Arm.PIXELS;
    double y = (row - 199.5) / 199.5;
    int bend = (int) Math.rint(18 * y * y);
    blank(from, 0, 3 + bend, flux, variance);
    blank(from, Arm.PIXELS - 3 - (18 - bend), Arm.PIXELS, flux, variance);
    for (int column : BAD_COLUMNS) {
      if (row > 120 && row < 310) {
        blank(from, column + bend, column + bend + 2, flux, variance);
      }
    }
    for (int i = noise.poisson(1.2); i > 0; i--) {
      int pixel = noise.below(Arm.PIXELS);
      blank(from, pixel, pixel + 1, flux, variance);
    }
    for (int i = noise.poisson(1.5); i > 0; i--) {
      int pixel = noise.below(Arm.PIXELS - 1);
      float hit = (float) noise.uniform(150, 1500);
      flux[from + pixel] += hit;
      flux[from + pixel + 1] += hit * (float) noise.uniform(0, 0.5);
    }
  }

  private static void blank(int from, int first, int end, float[] flux, float[] variance) {
    Arrays.fill(flux, from + first, from + end, Float.NaN);
    Arrays.fill(variance, from + first, from + end, Float.NaN);
  }

  private float[] meanSky(SimulatedField field) {
    float[] counts = sky.emission().clone();
    for (int pixel = 0; pixel < counts.length; pixel++) {
      counts[pixel] *= (float) (field.exposureSeconds() / 1800.0 / arm.gain());
    }
    return counts;
  }

  private float[] telluric() {
    float[] correction = new float[Arm.PIXELS];
    for (int pixel = 0; pixel < correction.length; pixel++) {
      correction[pixel] = 1 / sky.transmission()[pixel];
    }
    return correction;
  }
}
