package org.pawprint.catalogue.survey.twodfdr;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.ExactAxis;
import org.pawprint.catalogue.survey.SpectralWcs;
import org.pawprint.catalogue.survey.WavelengthRange;
import org.pawprint.catalogue.survey.WavelengthUnit;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.TabulatedAxis;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * The wavelengths of a frame's fibres. A WAVELENGTH image overrules the linear WCS, which such
 * files keep although it is no longer true; LOGSCALE says that it holds log10 λ.
 */
final class FrameAxes {
  /**
   * Units of axis 1 that stand for ångström. 2dfdr writes Angstroms; co-adds by SWarp carry {@code
   * deg}, its default, over wavelengths in ångström (the OzDES files of Marz).
   */
  private static final Set<String> ANGSTROM = Set.of("ANGSTROM", "ANGSTROMS", "DEG", "");

  private final WavelengthRange range;
  private final @Nullable FitsHdu table;
  private final boolean logarithmic;
  private final Medium medium;
  private final VelocityFrame frame;
  private final @Nullable SpectralAxis shared;
  private double @Nullable [] lastValues;
  private @Nullable SpectralAxis last;

  private FrameAxes(FibreFrame file, WavelengthRange range) {
    FitsHeader header = file.header();
    this.range = range;
    this.table = file.wavelength().orElse(null);
    this.logarithmic = header.logical("LOGSCALE").orElse(false);
    this.medium = header.logical("VACUUM").orElse(false) ? Medium.VACUUM : Medium.AIR;
    this.frame = frame(header);
    this.shared = shared(file);
  }

  /**
   * @param range what the instrument can see
   * @throws UnreadableFits when the frame has no usable wavelengths
   */
  static FrameAxes of(FibreFrame file, WavelengthRange range) {
    return new FrameAxes(file, range);
  }

  /** 2dfdr calibrates in air and says so nowhere; VACUUM tells of a later conversion. */
  Medium medium() {
    return medium;
  }

  VelocityFrame frame() {
    return frame;
  }

  /**
   * Topocentric unless SPECSYS says otherwise. DO_HELIO and DO_CMB are requests to redshifting
   * programs to apply the correction: the sky lines of a file with DO_HELIO true are unshifted
   * where the correction is 21 km/s, and OzDES releases corrected spectra with DO_HELIO false.
   */
  private static VelocityFrame frame(FitsHeader header) {
    Optional<String> specsys = header.text("SPECSYS");
    if (specsys.isEmpty()) {
      return VelocityFrame.TOPOCENTRIC;
    }
    return VelocityFrame.ofSpecsys(specsys.get())
        .orElseThrow(() -> header.unreadable("SPECSYS", "a velocity frame of FITS, e.g. TOPOCENT"));
  }

  private @Nullable SpectralAxis shared(FibreFrame file) {
    FitsHdu image = table;
    if (image == null) {
      return range.require(file.header(), "CRVAL1", wcs(file.header(), file.length()));
    }
    int rows = FibreFrame.rows(image);
    long width = image.shape().length == 0 ? 0 : image.shape()[0];
    if (width != file.length() || (rows != 1 && rows != file.rows())) {
      throw image
          .header()
          .unreadable("NAXIS1", file.length() + " wavelengths, in one row or one per fibre");
    }
    if (rows > 1) {
      return null;
    }
    try {
      return axis(image.doubleRow(0));
    } catch (IllegalArgumentException e) {
      throw image.header().unreadable("EXTNAME", "rising wavelengths (" + reason(e) + ")");
    }
  }

  private static String reason(IllegalArgumentException e) {
    // Faults of a file are in ASCII.
    return String.valueOf(e.getMessage()).replace('Å', 'A');
  }

  private SpectralAxis wcs(FitsHeader header, int length) {
    if (!header.logical("SCRUNCH").orElse(true)) {
      throw header.unreadable("SCRUNCH", "T: spectra on a common scale of wavelength");
    }
    if (!ANGSTROM.contains(header.text("CUNIT1").orElse("").toUpperCase(Locale.ROOT))) {
      throw header.unreadable("CUNIT1", "Angstroms");
    }
    SpectralWcs wcs = SpectralWcs.of(header);
    return logarithmic
        ? wcs.logarithmic(header, length)
        : wcs.linear(header, WavelengthUnit.ANGSTROM, length);
  }

  /** Whether all fibres have the same wavelengths. */
  boolean areShared() {
    return shared != null;
  }

  /**
   * The axis of one fibre; fibres with equal wavelengths share one.
   *
   * @param row from 0
   * @throws IllegalArgumentException when the fibre's own wavelengths are not usable
   */
  SpectralAxis axis(int row) {
    if (shared != null) {
      return shared;
    }
    double[] values = Objects.requireNonNull(table).doubleRow(row);
    if (last == null || !Arrays.equals(values, lastValues)) {
      last = axis(values.clone());
      lastValues = values;
    }
    return last;
  }

  private SpectralAxis axis(double[] values) {
    if (logarithmic) {
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.pow(10, values[i]);
      }
    }
    TabulatedAxis tabulated = new TabulatedAxis(values);
    if (!range.holds(tabulated)) {
      throw new IllegalArgumentException("wavelengths: expected " + range.expected(tabulated));
    }
    return ExactAxis.of(tabulated, values);
  }
}
