package org.pawprint.catalogue.survey;

import org.pawprint.core.spectrum.AirWavelength;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.QualityFlag;
import org.pawprint.core.spectrum.Spectrum;

/**
 * What the pixels alone tell about how good a spectrum is. NaN stands for unknown.
 *
 * @param badPixelFraction masked pixels over all, 0 to 1
 * @param snr median of flux over sigma of the good pixels
 * @param skyResidual see {@link SkyLines}
 * @param flags {@link QualityFlag}s
 */
public record QualityMeasures(double badPixelFraction, double snr, double skyResidual, int flags) {

  /** A tenth, as the flag promises; edges that the grating does not reach stay below it. */
  private static final double MOST_BAD_PIXELS = 0.1;

  /** Residuals twice as large as the noise show in a plot; below that they pass for noise. */
  private static final double MOST_SKY_RESIDUAL = 2;

  public static QualityMeasures of(Spectrum spectrum) {
    float[] flux = spectrum.flux();
    float[] sigma = spectrum.sigma();
    byte[] mask = spectrum.mask();
    float[] sigmas = new float[flux.length];
    float[] ratios = new float[flux.length];
    int masked = 0;
    int good = 0;
    int bits = 0;
    for (int i = 0; i < flux.length; i++) {
      bits |= mask[i];
      if (mask[i] != 0) {
        masked++;
      } else if (sigma != null && sigma[i] > 0) {
        sigmas[good] = sigma[i];
        ratios[good++] = flux[i] / sigma[i];
      }
    }
    double bad = (double) masked / flux.length;
    double residual = SkyLines.residual(spectrum);
    int flags = raised(bad > MOST_BAD_PIXELS, QualityFlag.BAD_PIXELS);
    flags |= raised(mostlyBelow(spectrum, Median.of(sigmas, good), good), QualityFlag.LOW_FLUX);
    flags |= raised(residual > MOST_SKY_RESIDUAL, QualityFlag.SKY_RESIDUAL);
    flags |= raised((bits & MaskBit.SATURATED.bit()) != 0, QualityFlag.SATURATED);
    flags |= raised(sigma == null, QualityFlag.NO_ERROR);
    flags |= raised(leftInAir(spectrum), QualityFlag.BELOW_2000_ANGSTROM);
    return new QualityMeasures(bad, Median.of(ratios, good), residual, flags);
  }

  /** Whether the median flux is below a level, by counting: cheaper than a median. */
  private static boolean mostlyBelow(Spectrum spectrum, double level, int good) {
    int below = 0;
    for (int i = 0; i < spectrum.length(); i++) {
      if (spectrum.mask()[i] == 0 && spectrum.flux()[i] < level) {
        below++;
      }
    }
    return 2 * below > good;
  }

  private static boolean leftInAir(Spectrum spectrum) {
    return spectrum.medium() == Medium.AIR
        && spectrum.axis().first() < AirWavelength.SHORTEST_ANGSTROM;
  }

  private static int raised(boolean yes, QualityFlag flag) {
    return yes ? flag.bit() : 0;
  }
}
