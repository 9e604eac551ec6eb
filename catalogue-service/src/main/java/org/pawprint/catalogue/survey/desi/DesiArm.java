package org.pawprint.catalogue.survey.desi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pawprint.catalogue.survey.ExactAxis;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.catalogue.survey.WavelengthRange;
import org.pawprint.core.fits.CompressedImage;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.TabulatedAxis;
import org.pawprint.core.spectrum.VelocityFrame;

/** The HDUs of one camera: a row per target, all on one grid of wavelengths. */
final class DesiArm {
  /** The spectrographs see 3600 to 9824 Å. */
  private static final WavelengthRange RANGE = new WavelengthRange(3000, 11_000);

  /** B_WAVELENGTH, … BUNIT (data model of the coadd files, HDU 3). */
  private static final String ANGSTROM = "Angstrom";

  private static final String WAVELENGTH = "_WAVELENGTH";

  private final String name;
  private final FitsHdu flux;
  private final FitsHdu inverseVariance;
  private final Optional<FitsHdu> mask;
  private final SpectralAxis axis;
  private final String unit;

  private DesiArm(
      String name, FitsHdu flux, FitsHdu inverseVariance, Optional<FitsHdu> mask, FitsHdu wave) {
    this.name = name;
    this.flux = flux;
    this.inverseVariance = inverseVariance;
    this.mask = mask;
    this.axis = axis(wave);
    this.unit = flux.header().requiredText("BUNIT");
  }

  /** Cameras of the file, in its order; {@code BRZ} where they were joined. */
  static List<DesiArm> in(FitsFile fits, int targets) {
    List<DesiArm> arms = new ArrayList<>();
    for (FitsHdu hdu : fits.hdus()) {
      String upper = hdu.name().toUpperCase(Locale.ROOT);
      if (upper.endsWith(WAVELENGTH)) {
        String camera = upper.substring(0, upper.length() - WAVELENGTH.length());
        FitsHdu flux = required(fits, hdu, camera + "_FLUX");
        DesiArm arm =
            new DesiArm(
                camera.toLowerCase(Locale.ROOT),
                flux,
                required(fits, hdu, camera + "_IVAR"),
                fits.hdu(camera + "_MASK"),
                hdu);
        arm.check(targets);
        arms.add(arm);
      }
    }
    return arms;
  }

  private static FitsHdu required(FitsFile fits, FitsHdu near, String name) {
    return fits.hdu(name)
        .orElseThrow(() -> near.header().unreadable("EXTNAME", "no HDU " + name, "one beside it"));
  }

  private void check(int targets) {
    List<FitsHdu> images = new ArrayList<>(List.of(flux, inverseVariance));
    mask.ifPresent(images::add);
    for (FitsHdu image : images) {
      long[] shape =
          CompressedImage.isIn(image) ? new CompressedImage(image).shape() : image.shape();
      if (shape.length != 2 || shape[0] != axis.length() || shape[1] != targets) {
        throw image
            .header()
            .unreadable("NAXIS1", targets + " rows of " + axis.length() + " pixels");
      }
    }
  }

  private static SpectralAxis axis(FitsHdu wave) {
    String unit = wave.header().text("BUNIT").orElse(ANGSTROM);
    if (!unit.equalsIgnoreCase(ANGSTROM)) {
      throw wave.header().unreadable("BUNIT", ANGSTROM);
    }
    double[] angstrom = wave.doubleRow(0);
    try {
      SpectralAxis axis = ExactAxis.of(new TabulatedAxis(angstrom), angstrom);
      return RANGE.require(wave.header(), "EXTNAME", axis);
    } catch (IllegalArgumentException e) {
      String found = String.valueOf(e.getMessage()).replace('Å', 'A');
      throw wave.header().unreadable("EXTNAME", found, "rising wavelengths");
    }
  }

  /** Lower-case name of the camera: b, r or z. */
  String name() {
    return name;
  }

  /**
   * The spectrum of a target.
   *
   * @param row of FIBERMAP, from 0
   * @throws IllegalArgumentException when it has no pixel with a number
   * @throws UnreadableFits when the file is damaged
   */
  Spectrum spectrum(int row) {
    Pixels pixels =
        Pixels.ofInverseVariance(
            flux.floatRow(row), inverseVariance.floatRow(row), Pixels.Blank.NOT_A_NUMBER);
    mask.ifPresent(bits -> pixels.mark(marks(bits, row), MaskBit.BAD_PIXEL));
    return pixels.on(axis, Medium.VACUUM, VelocityFrame.BARYCENTRIC, unit);
  }

  /** Masks are compressed, flux is not. */
  private static double[] marks(FitsHdu bits, int row) {
    return CompressedImage.isIn(bits)
        ? new CompressedImage(bits).doubleRow(row)
        : bits.doubleRow(row);
  }
}
