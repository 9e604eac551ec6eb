package org.pawprint.catalogue.survey.mapping;

import java.util.Arrays;
import java.util.Optional;
import org.pawprint.catalogue.survey.ExactAxis;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.catalogue.survey.SpectralWcs;
import org.pawprint.catalogue.survey.WavelengthUnit;
import org.pawprint.core.fits.FitsColumn;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.FitsTable;
import org.pawprint.core.fits.HduKind;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.TabulatedAxis;

/** Reads the arrays of a file as its mapping says. */
final class MappedArrays {
  /** Word of mapping files for a flux that is a ratio. */
  private static final String DIMENSIONLESS = "dimensionless";

  private final SurveyMapping mapping;
  private final FitsFile fits;
  private final Optional<FitsTable> targets;

  MappedArrays(SurveyMapping mapping, FitsFile fits, Optional<FitsTable> targets) {
    this.mapping = mapping;
    this.fits = fits;
    this.targets = targets;
  }

  /**
   * @param row of the spectrum, from 0
   * @throws IllegalArgumentException when this spectrum cannot be used
   * @throws UnreadableFits when the file is damaged or says nothing where the mapping looks
   */
  Spectrum spectrum(int row) {
    float[] flux = narrow(mapping.flux().array().numbers(fits, row));
    Pixels pixels = pixels(flux, row);
    mapping
        .mask()
        .ifPresent(
            mask ->
                pixels.mark(
                    Arrays.stream(mask.array().numbers(fits, row))
                        .map(value -> value == mask.good() ? 0 : 1)
                        .toArray(),
                    MaskBit.BAD_PIXEL));
    SurveyMapping.Wavelength wavelength = mapping.wavelength();
    return pixels.on(
        axis(row, flux.length), wavelength.medium(), wavelength.frame(), fluxUnit(row));
  }

  private Pixels pixels(float[] flux, int row) {
    Pixels.Blank blank = value -> mapping.flux().blanks().contains((double) value);
    if (mapping.error().isEmpty()) {
      return Pixels.withoutErrors(flux, blank);
    }
    float[] error = narrow(mapping.error().get().array().numbers(fits, row));
    return switch (mapping.error().get().kind()) {
      case VARIANCE -> Pixels.ofVariance(flux, error, blank);
      case SIGMA -> Pixels.ofSigma(flux, error, blank);
      case RELATIVE -> Pixels.ofRelative(flux, error, blank);
      case INVERSE_VARIANCE -> Pixels.ofInverseVariance(flux, error, blank);
      case NONE -> Pixels.withoutErrors(flux, blank);
    };
  }

  private String fluxUnit(int row) {
    return mapping.flux().unit().stream()
        .flatMap(source -> source.text(fits, targets, row).stream())
        .findFirst()
        .map(unit -> unit.equals(DIMENSIONLESS) ? "" : unit)
        .orElseThrow(
            () -> {
              ValueSource first = mapping.flux().unit().get(0);
              String key = first.card().or(first::column).orElse("BUNIT");
              return first.hdu().required(fits).header().unreadable(key, "a unit of flux");
            });
  }

  private SpectralAxis axis(int row, int length) {
    Optional<ArraySource> array = mapping.wavelength().array();
    FitsHdu hdu = array.map(ArraySource::hdu).orElse(mapping.wavelength().wcs()).required(fits);
    SpectralAxis axis =
        array.isPresent() ? tabulated(array.get(), hdu, row) : world(hdu.header(), length);
    return mapping
        .wavelength()
        .within()
        .map(range -> range.require(hdu.header(), array.isPresent() ? "EXTNAME" : "CRVAL1", axis))
        .orElse(axis);
  }

  private SpectralAxis world(FitsHeader header, int length) {
    SpectralWcs wcs = SpectralWcs.of(header);
    return mapping.wavelength().logarithmic()
        ? wcs.logarithmic(header, length)
        : wcs.linear(header, unit(header.text("CUNIT1"), header, "CUNIT1"), length);
  }

  /** What the file says goes before the mapping; what it says must be a unit. */
  private WavelengthUnit unit(Optional<String> stated, FitsHeader header, String keyword) {
    return stated
        .map(WavelengthUnit::of)
        .orElse(mapping.wavelength().unit())
        .orElseThrow(
            () ->
                header.unreadable(
                    keyword, stated.orElse("no unit"), "a unit of length, e.g. Angstrom"));
  }

  private SpectralAxis tabulated(ArraySource array, FitsHdu hdu, int row) {
    double[] values = array.numbers(fits, row);
    double scale = mapping.wavelength().logarithmic() ? 1 : scale(array, hdu);
    double[] angstrom = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      angstrom[i] =
          mapping.wavelength().logarithmic() ? Math.pow(10, values[i]) : values[i] * scale;
    }
    return ExactAxis.of(new TabulatedAxis(angstrom), angstrom);
  }

  private double scale(ArraySource array, FitsHdu hdu) {
    boolean isTable = hdu.kind() == HduKind.BINTABLE || hdu.kind() == HduKind.TABLE;
    Optional<String> stated =
        isTable
            ? array.column().flatMap(hdu.table()::column).map(FitsColumn::unit)
            : hdu.header().text("BUNIT");
    return unit(stated.filter(u -> !u.isBlank()), hdu.header(), array.column().orElse("BUNIT"))
        .angstrom();
  }

  private static float[] narrow(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
