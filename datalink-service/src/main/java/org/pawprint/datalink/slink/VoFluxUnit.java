package org.pawprint.datalink.slink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A flux unit as surveys write it in FITS headers, e.g. {@code 1e-17 erg/s/cm2/Angstrom} or {@code
 * 1e-16 erg / (A cm2 s)}.
 *
 * @param scale factor in front, 1 where there is none
 * @param parts units with their powers, in the order written
 */
public record VoFluxUnit(double scale, List<Part> parts) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<open>\\()|(?<close>\\))|(?<over>/)|(?<times>[.*])"
              + "|(?<name>[A-Za-z]+)(?:(?:\\^|\\*\\*)?\\(?(?<power>[+-]?\\d{1,2})\\)?)?)\\s*");
  private static final Pattern SCALE =
      Pattern.compile(
          "\\s*(?:10(?:\\^|\\*\\*)\\(?(?<ten>[+-]?\\d{1,3})\\)?|(?<number>\\d[\\d.]*(?:[eE][+-]?\\d{1,3})?))[\\s*.]*");

  /** Spellings of surveys that VOUnits does not know. */
  private static final Map<String, String> SPELLINGS =
      Map.of(
          "A", "Angstrom",
          "AA", "Angstrom",
          "Ang", "Angstrom",
          "Angstroms", "Angstrom",
          "angstrom", "Angstrom",
          "angstroms", "Angstrom",
          "counts", "count",
          "Counts", "count",
          "COUNTS", "count",
          "ergs", "erg");

  private static final List<Part> PER_ANGSTROM =
      List.of(new Part("Angstrom", -1), new Part("cm", -2), new Part("erg", 1), new Part("s", -1));

  /** 1 erg/s/cm²/Å in W/m³. */
  private static final double WATT_PER_CUBIC_METRE = 1e7;

  /** One unit and its power. */
  public record Part(String name, int power) {
    private String voUnits() {
      return power == 1 ? name : name + "**" + power;
    }
  }

  public VoFluxUnit {
    parts = List.copyOf(parts);
  }

  /** Reads a unit; what cannot be read, and an empty text, is a unit without parts. */
  public static VoFluxUnit parse(String text) {
    Matcher front = SCALE.matcher(text);
    double scale = 1;
    int at = 0;
    if (front.lookingAt()) {
      at = front.end();
      scale =
          front.group("ten") != null
              ? Math.pow(10, Integer.parseInt(front.group("ten")))
              : Double.parseDouble(front.group("number"));
    }
    List<Part> parts = parts(text.substring(at));
    return parts.isEmpty() ? new VoFluxUnit(1, List.of()) : new VoFluxUnit(scale, parts);
  }

  private static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    int sign = 1;
    boolean grouped = false;
    int at = 0;
    while (at < text.length()) {
      if (!token.region(at, text.length()).lookingAt()) {
        return List.of();
      }
      at = token.end();
      if (token.group("over") != null) {
        sign = -1;
      } else if (token.group("open") != null) {
        grouped = true;
      } else if (token.group("close") != null) {
        grouped = false;
        sign = 1;
      } else if (token.group("name") != null) {
        String power = token.group("power");
        String name = token.group("name");
        parts.add(
            new Part(
                SPELLINGS.getOrDefault(name, name),
                sign * (power == null ? 1 : Integer.parseInt(power))));
        sign = grouped ? sign : 1;
      }
    }
    return parts;
  }

  /** The unit after VOUnits 1.1, empty where there is none or it could not be read. */
  public String voUnits() {
    if (parts.isEmpty()) {
      return "";
    }
    return scaleText() + String.join(".", parts.stream().map(Part::voUnits).toList());
  }

  private String scaleText() {
    if (scale == 1) {
      return "";
    }
    long power = Math.round(Math.log10(scale));
    boolean isPower = Math.abs(scale / Math.pow(10, power) - 1) < 1e-12;
    return isPower ? "10**" + power : String.valueOf(scale).replace("E", "e");
  }

  /**
   * Factor and dimension in SI as SSA's FluxSI has them, for flux per wavelength; empty for others.
   */
  String si() {
    List<Part> sorted = parts.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
    if (!sorted.equals(PER_ANGSTROM)) {
      return "";
    }
    double factor = scale * WATT_PER_CUBIC_METRE;
    long power = Math.round(Math.log10(factor));
    boolean isPower = Math.abs(factor / Math.pow(10, power) - 1) < 1e-12;
    return (isPower ? "1E" + power : String.valueOf(factor)) + " ML-1T-3";
  }
}
