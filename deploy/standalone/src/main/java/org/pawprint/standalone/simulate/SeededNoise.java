package org.pawprint.standalone.simulate;

/**
 * Random numbers that are the same on every machine: SplitMix64 (Steele, Lea and Flood 2014), and
 * normal deviates from a table of quantiles, which costs one table look-up a pixel. Not for threads
 * to share.
 */
final class SeededNoise {
  private static final int QUANTILES = 1 << 16;
  private static final float[] NORMAL = normalQuantiles();

  private long state;

  /** A generator of its own for each combination of parts, whatever was drawn elsewhere. */
  static SeededNoise of(long seed, long... parts) {
    SeededNoise noise = new SeededNoise(seed);
    for (long part : parts) {
      noise = new SeededNoise(noise.nextLong() ^ (part * 0x9E3779B97F4A7C15L));
    }
    return noise;
  }

  private SeededNoise(long seed) {
    this.state = seed;
  }

  long nextLong() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Uniform in [0, 1). */
  double uniform() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  double uniform(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** Uniform in 0 … bound − 1. */
  int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** Normal deviate of mean 0 and width 1, cut at 4.3 widths. */
  float gaussian() {
    return NORMAL[(int) (nextLong() >>> 48)];
  }

  /** Poisson deviate of a small mean, by multiplying uniforms (Knuth). */
  int poisson(double mean) {
    double limit = StrictMath.exp(-mean);
    int count = 0;
    for (double product = uniform(); product > limit; product *= uniform()) {
      count++;
    }
    return count;
  }

  /** Inverts the normal distribution, integrated by the midpoint rule, at (i + ½) / 65536. */
  private static float[] normalQuantiles() {
    float[] quantiles = new float[QUANTILES];
    double step = 1e-4;
    double x = -6;
    double cumulative = 0;
    for (int i = 0; i < QUANTILES; i++) {
      double wanted = (i + 0.5) / QUANTILES;
      while (cumulative < wanted) {
        double middle = x + step / 2;
        cumulative +=
            step * StrictMath.exp(-middle * middle / 2) / StrictMath.sqrt(2 * StrictMath.PI);
        x += step;
      }
      quantiles[i] = (float) (x - step / 2);
    }
    return quantiles;
  }
}
