package org.pawprint.datalink.soda;

import static org.pawprint.core.soda.SodaParameter.CIRCLE;
import static org.pawprint.core.soda.SodaParameter.NORMALISE;
import static org.pawprint.core.soda.SodaParameter.POLYGON;
import static org.pawprint.core.soda.SodaParameter.POS;
import static org.pawprint.core.soda.SodaParameter.REBIN;
import static org.pawprint.core.soda.SodaParameter.REDSHIFT;
import static org.pawprint.core.soda.SodaParameter.SMOOTH;
import static org.pawprint.core.soda.SodaParameter.SPAXEL;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.pawprint.core.dali.Numbers;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.dali.RegionReader;
import org.pawprint.core.soda.GridText;
import org.pawprint.core.soda.SodaParameter;
import org.pawprint.core.spectrum.derive.Continuum;
import org.pawprint.core.spectrum.derive.RebinGrid;
import org.pawprint.core.spectrum.derive.Smoothing;

/** The values of the parameters that are more than a word, from words parted by single blanks. */
final class SodaTexts {
  private static final String MEDIAN = "MEDIAN";
  private static final String POLY = "POLY";

  private static final String SMOOTH_FORM =
      "'BOX width' or 'GAUSS fwhm', a width above zero in pixels, or with the word Angstrom behind"
          + " it in Angstrom";
  private static final String NORMALISE_FORM =
      "MEDIAN, 'MEDIAN width' with the width of a window in Angstrom, or 'POLY n' with an order n"
          + " from 0 to "
          + Continuum.MOST_ORDER;

  /** No field of a cube is wider. */
  private static final RegionReader REGIONS = new RegionReader(1);

  private SodaTexts() {}

  static RebinGrid rebin(String text) {
    return GridText.parse(REBIN.name(), text);
  }

  static Smoothing smooth(String text) {
    String[] words = words(text);
    return attempt(
        SMOOTH,
        text,
        SMOOTH_FORM,
        () -> {
          Smoothing.Unit unit =
              words.length == 3 ? Smoothing.Unit.valueOf(words[2]) : Smoothing.Unit.PIX;
          requireLength(words, words.length == 3 ? 3 : 2);
          return new Smoothing(Smoothing.Kernel.valueOf(words[0]), number(words[1]), unit);
        });
  }

  static Continuum normalise(String text) {
    String[] words = words(text);
    return attempt(
        NORMALISE,
        text,
        NORMALISE_FORM,
        () -> {
          if (words[0].equals(POLY)) {
            return new Continuum.Polynomial(whole(words, 1));
          }
          if (!words[0].equals(MEDIAN)) {
            throw new IllegalArgumentException(words[0]);
          }
          return words.length == 1
              ? new Continuum.Median()
              : new Continuum.RunningMedian(only(words, 1));
        });
  }

  static double redshift(String text) {
    double z = Numbers.finite(text).orElse(Double.NaN);
    if (!(z >= SodaParameter.LEAST_REDSHIFT && z <= SodaParameter.GREATEST_REDSHIFT)) {
      throw ParameterFaults.of(
          REDSHIFT.name(),
          text,
          "a number from %s to %s"
              .formatted(SodaParameter.LEAST_REDSHIFT, SodaParameter.GREATEST_REDSHIFT));
    }
    return z;
  }

  static CubePart circle(String text) {
    return new CubePart.Aperture(REGIONS.circle(CIRCLE.name(), text));
  }

  static CubePart polygon(String text) {
    return new CubePart.Aperture(REGIONS.polygon(POLYGON.name(), text));
  }

  static CubePart pos(String text) {
    return new CubePart.Aperture(REGIONS.shape(POS.name(), text));
  }

  static CubePart spaxel(String text) {
    String[] words = words(text);
    return attempt(
        SPAXEL,
        text,
        "two whole numbers from 1, along the first and the second axis of the cube",
        () -> {
          requireLength(words, 2);
          int x = Integer.parseInt(words[0]);
          int y = Integer.parseInt(words[1]);
          if (x < 1 || y < 1) {
            throw new IllegalArgumentException("below 1");
          }
          return new CubePart.Spaxel(x, y);
        });
  }

  private static String[] words(String text) {
    return text.toUpperCase(Locale.ROOT).split(" ", -1);
  }

  /** The number at a place behind which nothing follows. */
  private static double only(String[] words, int at) {
    requireLength(words, at + 1);
    return number(words[at]);
  }

  private static int whole(String[] words, int at) {
    requireLength(words, at + 1);
    return Integer.parseInt(words[at]);
  }

  private static void requireLength(String[] words, int length) {
    if (words.length != length) {
      throw new IllegalArgumentException(words.length + " words");
    }
  }

  private static double number(String word) {
    OptionalDouble number = Numbers.finite(word);
    return number.orElseThrow(() -> new IllegalArgumentException(word));
  }

  /** Reads a value; whatever is wrong with it is answered by the form that would be right. */
  private static <T> T attempt(
      SodaParameter parameter, String text, String form, Supplier<T> reader) {
    try {
      return reader.get();
    } catch (IllegalArgumentException | ParameterFaults e) {
      throw ParameterFaults.of(parameter.name(), text, form);
    }
  }
}
