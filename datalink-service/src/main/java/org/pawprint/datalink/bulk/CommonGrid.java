package org.pawprint.datalink.bulk;

import java.util.Arrays;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.soda.GridText;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.derive.NotDerivable;
import org.pawprint.core.spectrum.derive.Rebin;
import org.pawprint.core.spectrum.derive.Shift;

/**
 * The same pixels for all spectra of an answer, with wavelengths in vacuum: as SODA's {@code
 * MEDIUM=VACUUM} and {@code REBIN} would make them, one by one. Each stays in its velocity frame.
 *
 * @param text as submitted
 * @param axis in vacuum
 */
record CommonGrid(String text, SpectralAxis axis) {
  static final String PARAMETER = "GRID";

  /**
   * @throws ParameterFaults for a text that is no grid, has no ends, or has too many pixels
   */
  static CommonGrid parse(String text) {
    String words = String.join(" ", text.strip().split("\\s+", -1));
    try {
      return new CommonGrid(words, GridText.fixed(PARAMETER, text).axis());
    } catch (NotDerivable e) {
      throw ParameterFaults.of(PARAMETER, text, "another grid: " + e.getMessage());
    }
  }

  int pixels() {
    return axis.length();
  }

  /**
   * The spectrum on this grid; blank where it does not reach, and all blank where its wavelengths
   * have no place in vacuum ({@link Shift#toMedium}).
   */
  Spectrum onto(Spectrum spectrum) {
    try {
      return Rebin.onto(axis, Shift.toMedium(spectrum, Medium.VACUUM));
    } catch (NotDerivable e) {
      return blank(spectrum);
    }
  }

  private Spectrum blank(Spectrum like) {
    float[] nothing = new float[pixels()];
    Arrays.fill(nothing, Float.NaN);
    byte[] mask = new byte[pixels()];
    Arrays.fill(mask, (byte) MaskBit.BLANK.bit());
    return new Spectrum(
        axis,
        Medium.VACUUM,
        like.frame(),
        nothing,
        like.sigma() == null ? null : nothing,
        mask,
        like.fluxUnit(),
        like.errorKind());
  }
}
