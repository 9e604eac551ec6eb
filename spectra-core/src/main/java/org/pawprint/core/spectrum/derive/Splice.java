package org.pawprint.core.spectrum.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.TabulatedAxis;

/**
 * Joins the arms of one exposure. From the blue end on, every pixel of an arm that begins behind
 * the last one so far is taken as it is; where arms overlap, the redder is rebinned onto the bluer
 * and both are averaged, by 1/σ² where both have errors. A gap stays a gap in the axis.
 */
public enum Splice {
  /** Fluxes as they are. */
  PLAIN,
  /**
   * The redder arm is first multiplied so that the median of its fluxes in the overlap is that of
   * the bluer one.
   */
  MATCH;

  /**
   * Arms joined.
   *
   * @param factors by which the second arm from the blue end, the third, … were multiplied; empty
   *     for PLAIN
   */
  public record Spliced(Spectrum spectrum, List<Double> factors) {
    public Spliced {
      factors = List.copyOf(factors);
    }
  }

  /**
   * @param arms in any order; of one unit, medium and frame
   * @throws NotDerivable when they are not, or when MATCH finds no common pixels
   */
  public Spliced of(List<Spectrum> arms) {
    Combination.requireAlike(arms);
    List<Spectrum> rising = new ArrayList<>(arms);
    rising.sort(Comparator.comparingDouble(arm -> arm.axis().first()));
    Spectrum joined = rising.get(0);
    List<Double> factors = new ArrayList<>();
    for (Spectrum arm : rising.subList(1, rising.size())) {
      Spectrum onBlue = Rebin.onto(joined.axis(), arm);
      if (this == MATCH) {
        double ratio = ratio(joined, onBlue);
        factors.add(ratio);
        joined = join(joined, times(arm, ratio), times(onBlue, ratio));
      } else {
        joined = join(joined, arm, onBlue);
      }
    }
    return new Spliced(joined, factors);
  }

  /**
   * @param onBlue the red arm on the pixels of the blue one
   */
  private static Spectrum join(Spectrum blue, Spectrum red, Spectrum onBlue) {
    boolean errors = blue.sigma() != null && red.sigma() != null;
    Spectrum overlap =
        (errors ? Combination.IVAR : Combination.MEAN).combined(List.of(blue, onBlue), blue.axis());
    return append(keepBlue(blue, overlap), red, behind(blue.axis(), red.axis()));
  }

  /** What was masked in blue and is not covered by red keeps its reasons. */
  private static Spectrum keepBlue(Spectrum blue, Spectrum overlap) {
    for (int i = 0; i < blue.length(); i++) {
      if (overlap.mask()[i] != 0) {
        overlap.mask()[i] |= blue.mask()[i];
      }
    }
    return overlap;
  }

  /** The first pixel of red that lies wholly behind blue. */
  private static int behind(SpectralAxis blue, SpectralAxis red) {
    double end = Bins.of(blue).last();
    Bins bins = Bins.of(red);
    int pixel = 0;
    while (pixel < red.length() && bins.lower(pixel) < end * (1 - 1e-12)) {
      pixel++;
    }
    return pixel;
  }

  private static double ratio(Spectrum blue, Spectrum red) {
    double[] ofBlue = new double[blue.length()];
    double[] ofRed = new double[blue.length()];
    int count = 0;
    for (int i = 0; i < blue.length(); i++) {
      if (Samples.isGood(blue, i) && Samples.isGood(red, i)) {
        ofBlue[count] = blue.flux()[i];
        ofRed[count++] = red.flux()[i];
      }
    }
    double ratio = count == 0 ? Double.NaN : Medians.of(ofBlue, count) / Medians.of(ofRed, count);
    if (!(ratio > 0) || Double.isInfinite(ratio)) {
      throw new NotDerivable(
          "the arms have no common good pixels whose medians are above zero; ask for SPLICE=PLAIN");
    }
    return ratio;
  }

  private static Spectrum times(Spectrum spectrum, double factor) {
    Samples samples = Samples.blank(spectrum.length(), spectrum.sigma() != null);
    for (int i = 0; i < spectrum.length(); i++) {
      samples.set(
          i,
          spectrum.flux()[i] * factor,
          Samples.variance(spectrum, i) * factor * factor,
          spectrum.mask()[i]);
    }
    return samples.on(spectrum.axis(), spectrum);
  }

  private static Spectrum append(Spectrum blue, Spectrum red, int from) {
    int kept = blue.length();
    int length = kept + red.length() - from;
    double[] angstrom = Arrays.copyOf(blue.axis().toArray(), length);
    float[] flux = Arrays.copyOf(blue.flux(), length);
    byte[] mask = Arrays.copyOf(blue.mask(), length);
    float[] ofBlue = blue.sigma();
    float[] ofRed = red.sigma();
    float @Nullable [] sigma =
        ofBlue == null || ofRed == null ? null : Arrays.copyOf(ofBlue, length);
    for (int i = kept; i < length; i++) {
      int pixel = from + i - kept;
      angstrom[i] = red.axis().angstrom(pixel);
      flux[i] = red.flux()[pixel];
      mask[i] = red.mask()[pixel];
      if (sigma != null && ofRed != null) {
        sigma[i] = ofRed[pixel];
      }
    }
    return new Spectrum(
        new TabulatedAxis(angstrom),
        blue.medium(),
        blue.frame(),
        flux,
        sigma,
        mask,
        blue.fluxUnit(),
        sigma == null ? ErrorKind.NONE : blue.errorKind());
  }
}
