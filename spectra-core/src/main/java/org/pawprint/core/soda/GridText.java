package org.pawprint.core.soda;

import java.util.Locale;
import org.pawprint.core.dali.Numbers;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.spectrum.derive.RebinGrid;

/** A grid of wavelengths as a parameter gives it, alike wherever one is asked for. */
public final class GridText {
  private static final String LOG = "LOG";

  private static final String FIXED =
      "'first last step' in Angstrom with first below last, or 'LOG first last v' with v in km/s";
  private static final String ABOVE_ZERO = "; numbers above zero";
  private static final String ANY = "a step in Angstrom, LOG, 'LOG v', ";

  private GridText() {}

  /**
   * Words in any case, parted by blanks.
   *
   * @param parameter its name, for faults
   * @throws ParameterFaults for a text that is no grid
   */
  public static RebinGrid parse(String parameter, String text) {
    try {
      return grid(text.strip().toUpperCase(Locale.ROOT).split("\\s+", -1));
    } catch (IllegalArgumentException e) {
      throw ParameterFaults.of(parameter, text, ANY + FIXED + ABOVE_ZERO);
    }
  }

  /**
   * Only what gives the same pixels for every spectrum.
   *
   * @param parameter its name, for faults
   * @throws ParameterFaults for a text that is no such grid
   */
  public static RebinGrid.Fixed fixed(String parameter, String text) {
    String form = FIXED + ABOVE_ZERO + "; a step alone has no ends that all spectra share";
    try {
      if (parse(parameter, text) instanceof RebinGrid.Fixed grid) {
        return grid;
      }
    } catch (ParameterFaults e) {
      throw ParameterFaults.of(parameter, text, form);
    }
    throw ParameterFaults.of(parameter, text, form);
  }

  private static RebinGrid grid(String[] words) {
    if (!words[0].equals(LOG)) {
      return switch (words.length) {
        case 1 -> new RebinGrid.Step(number(words[0]));
        case 3 -> new RebinGrid.Range(number(words[0]), number(words[1]), number(words[2]));
        default -> throw new IllegalArgumentException(words.length + " words");
      };
    }
    return switch (words.length) {
      case 1 -> new RebinGrid.Log();
      case 2 -> new RebinGrid.Velocity(number(words[1]));
      case 4 -> new RebinGrid.VelocityRange(number(words[1]), number(words[2]), number(words[3]));
      default -> throw new IllegalArgumentException(words.length + " words");
    };
  }

  private static double number(String word) {
    return Numbers.finite(word).orElseThrow(() -> new IllegalArgumentException(word));
  }
}
