package org.pawprint.catalogue.survey;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.HduKind;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.SpectralAxis;

/**
 * An image of three axes: two on the sky, the third linear in wavelength.
 *
 * @param hdu whose header describes the axes
 * @param columns spaxels along axis 1
 * @param rows spaxels along axis 2
 * @param length wavelengths along axis 3
 */
public record CubeHdu(FitsHdu hdu, int columns, int rows, int length) {
  private static final int AXES = 3;

  /** A plane is read at once; the largest integral-field cubes have a tenth of this. */
  private static final int MOST_SPAXELS = 1_000_000;

  /** Empty for an HDU of another kind or shape. */
  public static Optional<CubeHdu> of(FitsHdu hdu) {
    long[] shape = hdu.shape();
    boolean image = hdu.kind() == HduKind.PRIMARY || hdu.kind() == HduKind.IMAGE;
    boolean cube =
        image
            && shape.length == AXES
            && Arrays.stream(shape).allMatch(n -> n >= 1 && n <= Integer.MAX_VALUE)
            && shape[0] * shape[1] <= MOST_SPAXELS;
    return cube
        ? Optional.of(new CubeHdu(hdu, (int) shape[0], (int) shape[1], (int) shape[2]))
        : Optional.empty();
  }

  public boolean sameShape(FitsHdu other) {
    return Arrays.equals(hdu.shape(), other.shape());
  }

  /**
   * Wavelengths by CRVAL3, CRPIX3 and the step, CD3_3 before CDELT3 (FITS-4.0 8.1).
   *
   * @param silentUnit the unit that the survey documents where CUNIT3 is absent
   * @param silentReference the reference pixel that its pipeline means where CRPIX3 is absent;
   *     empty where the card must be there
   * @throws UnreadableFits when they are no rising wavelengths above zero
   */
  public SpectralAxis axis(WavelengthUnit silentUnit, OptionalDouble silentReference) {
    FitsHeader header = hdu.header();
    double scale = unit(header, silentUnit).angstrom();
    OptionalDouble stated = header.number("CRPIX3");
    double reference =
        stated.isEmpty() && silentReference.isPresent()
            ? silentReference.getAsDouble()
            : header.requiredNumber("CRPIX3");
    OptionalDouble cd = header.number("CD3_3");
    double step = cd.isPresent() ? cd.getAsDouble() : header.requiredNumber("CDELT3");
    try {
      return new LinearAxis(
          reference, header.requiredNumber("CRVAL3") * scale, step * scale, length);
    } catch (IllegalArgumentException e) {
      String ascii = String.valueOf(e.getMessage()).replace('Å', 'A');
      throw header.unreadable("CRVAL3", "rising wavelengths (" + ascii + ")");
    }
  }

  private static WavelengthUnit unit(FitsHeader header, WavelengthUnit silent) {
    Optional<String> word = header.text("CUNIT3");
    return word.isEmpty()
        ? silent
        : WavelengthUnit.of(word.get())
            .orElseThrow(() -> header.unreadable("CUNIT3", "a unit of length, e.g. Angstrom"));
  }

  /**
   * All spaxels at one wavelength, the first axis fastest.
   *
   * @param image of this shape: the cube's own HDU or one beside it
   * @param index from 0
   */
  public float[] plane(FitsHdu image, int index) {
    int spaxels = columns * rows;
    return image.floats((long) index * spaxels, spaxels);
  }
}
