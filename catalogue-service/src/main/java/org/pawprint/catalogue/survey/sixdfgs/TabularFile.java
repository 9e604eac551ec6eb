package org.pawprint.catalogue.survey.sixdfgs;

import java.util.Optional;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.catalogue.survey.WavelengthUnit;
import org.pawprint.core.fits.FitsColumn;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.FitsTable;
import org.pawprint.core.fits.HduKind;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.TabulatedAxis;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * Data Central's table of one spectrum: an empty primary with cards of the survey, and the columns
 * WAVE and FLUX. Wavelengths are written with five digits, so a step of 1.543 Å reads as 1.5 or 1.6
 * Å; they are taken as written. There are no errors.
 *
 * @param header of the primary
 */
record TabularFile(FitsHeader header, FitsTable table) {
  private static final String WAVE = "WAVE";
  private static final String FLUX = "FLUX";

  /** Empty when the file is no such table. */
  static Optional<TabularFile> in(FitsFile fits) {
    FitsHdu primary = fits.primary();
    if (primary.shape().length > 0 || fits.hdus().size() != 2 || !isTable(fits.hdu(1).kind())) {
      return Optional.empty();
    }
    FitsTable table = fits.hdu(1).table();
    return table.has(WAVE) && table.has(FLUX)
        ? Optional.of(new TabularFile(primary.header(), table))
        : Optional.empty();
  }

  private static boolean isTable(HduKind kind) {
    return kind == HduKind.TABLE || kind == HduKind.BINTABLE;
  }

  /**
   * @throws org.pawprint.core.fits.UnreadableFits when a unit is absent or wavelengths are not of
   *     this survey
   * @throws IllegalArgumentException when wavelengths do not rise, as where rounding makes two
   *     equal, or no pixel holds a number
   */
  LoadedSpectrum spectrum() {
    double[] counts = table.numbers(FLUX);
    double[] wavelength = table.numbers(WAVE);
    float[] flux = new float[counts.length];
    double angstrom = wavelengthUnit().angstrom();
    for (int row = 0; row < flux.length; row++) {
      flux[row] = (float) counts[row];
      wavelength[row] *= angstrom;
    }
    TabulatedAxis axis = new TabulatedAxis(wavelength);
    BandSpectrum.RANGE.require(header, WAVE, axis);
    Band band =
        Band.covering(axis)
            .orElseThrow(() -> header.unreadable(WAVE, "wavelengths of the band V or R"));
    Source source = Source.byContent(header, band, ArmFrame.of(header, band), flux);
    Spectrum spectrum =
        Pixels.withoutErrors(flux).on(axis, Medium.AIR, VelocityFrame.TOPOCENTRIC, fluxUnit());
    return SixdfgsRows.loaded(source, "phot.flux", spectrum, Optional.empty());
  }

  private WavelengthUnit wavelengthUnit() {
    return WavelengthUnit.of(unit(WAVE))
        .orElseThrow(() -> header.unreadable(WAVE, "a unit of length in its TUNIT"));
  }

  /** In the spelling of FITS. */
  private String fluxUnit() {
    String unit = unit(FLUX);
    if (unit.isBlank()) {
      throw header.unreadable(FLUX, "a unit in its TUNIT");
    }
    return unit.equals("counts/s") ? "count/s" : unit;
  }

  private String unit(String column) {
    return table.column(column).map(FitsColumn::unit).orElse("");
  }
}
