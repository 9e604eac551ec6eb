package org.pawprint.catalogue.survey;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pawprint.catalogue.survey.SpectrumColumn.Role;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.TabulatedAxis;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * A table after the Spectrum data model, of FITS or VOTable: which column is what, and the spectrum
 * they make.
 */
public final class SpectrumTable {
  /** Where the numbers and the faults come from. */
  public interface Source {
    List<SpectrumColumn> columns();

    /** Numbers of a column for the spectrum asked for, NaN where null. */
    double[] numbers(int column);

    UnreadableFits unreadable(String column, String found, String expected);
  }

  private final Source source;

  public SpectrumTable(Source source) {
    this.source = source;
  }

  /** Whether the columns hold a spectrum. */
  public static boolean isIn(List<SpectrumColumn> columns) {
    return index(columns, Role.WAVELENGTH).isPresent() && index(columns, Role.FLUX).isPresent();
  }

  private static Optional<Integer> index(List<SpectrumColumn> columns, Role role) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).role() == role) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private int required(Role role) {
    return index(source.columns(), role)
        .orElseThrow(
            () ->
                source.unreadable(
                    "TUTYP", "no column for it", role.name().toLowerCase(Locale.ROOT)));
  }

  private SpectrumColumn column(Role role) {
    return source.columns().get(required(role));
  }

  /** Flux column. */
  public SpectrumColumn flux() {
    return column(Role.FLUX);
  }

  /**
   * The medium by the UCD of the wavelengths: {@code em.wl;obs.atmos} is air, {@code em.wl} vacuum
   * (SpectrumDM-1.1 section 4.1, note 3).
   *
   * @throws UnreadableFits when the axis is none of wavelength
   */
  public Medium medium() {
    SpectrumColumn wave = column(Role.WAVELENGTH);
    List<String> words = List.of(wave.ucd().toLowerCase(Locale.ROOT).split(";"));
    if (!words.contains("em.wl")) {
      throw source.unreadable(wave.name(), "UCD '" + wave.ucd() + "'", "em.wl");
    }
    return words.contains("obs.atmos") ? Medium.AIR : Medium.VACUUM;
  }

  /** Unit of the wavelengths, which the model wants stated. */
  public WavelengthUnit wavelengthUnit() {
    SpectrumColumn wave = column(Role.WAVELENGTH);
    return WavelengthUnit.of(wave.unit())
        .orElseThrow(
            () ->
                source.unreadable(
                    wave.name(), "unit '" + wave.unit() + "'", "a unit of length, e.g. Angstrom"));
  }

  /** Unit of the flux; empty where it is a ratio, which has none (SpectrumDM-1.1). */
  public String fluxUnit() {
    SpectrumColumn flux = flux();
    if (flux.unit().isBlank() && !flux.isRatio()) {
      throw source.unreadable(flux.name(), "no unit", "a unit of flux");
    }
    return flux.unit().strip();
  }

  /**
   * The spectrum; a falling axis is turned round. Pixels of a quality other than 0 that carry a
   * number are marked bad.
   *
   * @throws UnreadableFits when lengths differ or wavelengths do not rise
   */
  public Spectrum spectrum(Medium medium, VelocityFrame frame) {
    double[] wave = source.numbers(required(Role.WAVELENGTH));
    boolean falling = wave.length > 1 && wave[0] > wave[wave.length - 1];
    float[] flux = narrow(numbers(Role.FLUX, wave.length, falling));
    Pixels pixels =
        has(Role.ERROR)
            ? Pixels.ofSigma(
                flux, narrow(numbers(Role.ERROR, wave.length, falling)), Pixels.Blank.NOT_A_NUMBER)
            : Pixels.withoutErrors(flux);
    if (has(Role.QUALITY)) {
      double[] quality = numbers(Role.QUALITY, wave.length, falling);
      pixels.mark(bad(quality, pixels), MaskBit.BAD_PIXEL);
    }
    SpectralAxis axis = axis(oriented(wave, falling));
    try {
      return pixels.on(axis, medium, frame, fluxUnit());
    } catch (IllegalArgumentException e) {
      throw source.unreadable(flux().name(), ascii(e), "numbers for every pixel");
    }
  }

  private boolean has(Role role) {
    return index(source.columns(), role).isPresent();
  }

  private static String ascii(IllegalArgumentException e) {
    return String.valueOf(e.getMessage()).replace('Å', 'A');
  }

  private double[] numbers(Role role, int pixels, boolean falling) {
    int column = required(role);
    double[] numbers = source.numbers(column);
    if (numbers.length != pixels) {
      throw source.unreadable(
          source.columns().get(column).name(), numbers.length + " pixels", pixels + " pixels");
    }
    return oriented(numbers, falling);
  }

  private SpectralAxis axis(double[] wave) {
    double scale = wavelengthUnit().angstrom();
    double[] angstrom = Arrays.stream(wave).map(w -> w * scale).toArray();
    try {
      return ExactAxis.of(new TabulatedAxis(angstrom), angstrom);
    } catch (IllegalArgumentException e) {
      throw source.unreadable(column(Role.WAVELENGTH).name(), ascii(e), "rising wavelengths");
    }
  }

  /** A product's own mask says no more here than blanks and missing errors do. */
  private static double[] bad(double[] quality, Pixels pixels) {
    double[] bad = new double[quality.length];
    for (int i = 0; i < bad.length; i++) {
      bad[i] = quality[i] != 0 && pixels.mask()[i] == 0 ? 1 : 0;
    }
    return bad;
  }

  private static double[] oriented(double[] values, boolean falling) {
    if (!falling) {
      return values;
    }
    double[] turned = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      turned[i] = values[values.length - 1 - i];
    }
    return turned;
  }

  private static float[] narrow(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
