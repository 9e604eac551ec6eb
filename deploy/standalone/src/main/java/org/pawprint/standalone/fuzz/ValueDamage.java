package org.pawprint.standalone.fuzz;

import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Values that nobody expects, in the attributes and cells of a VOTable. */
final class ValueDamage {
  // No run is without a bound, as in DocumentDamage.
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(?<=\\s)([\\w:]{1,40})=(\"[^\"]*\"|'[^']*')");
  private static final Pattern SIZED = Pattern.compile("<(?:FIELD|PARAM)\\b");
  private static final Pattern ARRAYSIZE = Pattern.compile(" arraysize=(\"[^\"]*\"|'[^']*')");
  private static final Pattern DATATYPE = Pattern.compile(" datatype=(\"[^\"]*\"|'[^']*')");
  private static final Pattern CELL = Pattern.compile("(?<=<TD>)[^<]*");

  private static final List<String> SIZES =
      List.of(
          "0",
          "1",
          "2",
          "3",
          "*",
          "0*",
          "7*",
          "-1",
          "",
          " ",
          "x",
          "3x",
          "3x*",
          "0x0",
          "2x2x2",
          "1000000",
          "100000000",
          "2147483647",
          "2147483648",
          "99999999999999999999",
          "999999999x999999999",
          "999999999x999999999x999999999",
          "999999999x999999999*",
          "8.5");

  private static final List<String> TYPES =
      List.of(
          "boolean",
          "bit",
          "unsignedByte",
          "short",
          "int",
          "long",
          "char",
          "unicodeChar",
          "float",
          "double",
          "floatComplex",
          "doubleComplex",
          "",
          "DOUBLE",
          "string",
          "decimal128");

  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "NaN",
          "Inf",
          "-Inf",
          "+Inf",
          "1E400",
          "-1E-400",
          "1D5",
          "0x",
          "0xFFFFFFFFFFFFFFFF",
          "--5",
          "5 6 7",
          "9223372036854775808",
          "2147483648",
          "-9.99",
          "400",
          "-91 400",
          "1e308 1e308",
          "&amp;&lt;",
          "&#9;&#10;&#13;",
          "&#0;",
          "&#x1F4A9;",
          "&#xD800;",
          "&undefined;",
          "\u00c5",
          "a&#10;b",
          "spec:Spectrum.Data.SpectralAxis.Value",
          "spec:Spectrum.Data.FluxAxis.Value",
          "spec:Spectrum.Target.Name",
          "em.wl",
          "em.wl;obs.atmos",
          "em.freq",
          "phot.flux.density;em.wl",
          "Angstrom",
          "nm",
          "Hz",
          "furlong",
          "erg/s/cm2/A",
          "x".repeat(70_000));

  private ValueDamage() {}

  static String arraysize(String text, SplittableRandom dice) {
    return attribute(text, ARRAYSIZE, "arraysize", Spot.pick(SIZES, dice), dice);
  }

  static String datatype(String text, SplittableRandom dice) {
    return attribute(text, DATATYPE, "datatype", Spot.pick(TYPES, dice), dice);
  }

  static String cell(String text, SplittableRandom dice) {
    return Spot.replace(text, CELL, Spot.pick(VALUES, dice), dice);
  }

  /** Gives a FIELD or PARAM this attribute, in the place of its own where it has one. */
  private static String attribute(
      String text, Pattern own, String name, String value, SplittableRandom dice) {
    String set = " " + name + "=\"" + value + "\"";
    List<MatchResult> present = own.matcher(text).results().toList();
    if (!present.isEmpty() && dice.nextBoolean()) {
      return Spot.put(text, Spot.pick(present, dice), set);
    }
    return Spot.any(text, SIZED, dice).map(element -> add(text, element, own, set)).orElse(text);
  }

  private static String add(String text, MatchResult element, Pattern own, String set) {
    int end = text.indexOf('>', element.end());
    String tag = text.substring(element.start(), end < 0 ? text.length() : end);
    return text.substring(0, element.start())
        + own.matcher(tag).replaceAll("").replace(element.group(), element.group() + set)
        + text.substring(element.start() + tag.length());
  }

  /** Another value for an attribute of any name. */
  static String attribute(String text, SplittableRandom dice) {
    return Spot.any(text, ATTRIBUTE, dice)
        .map(one -> Spot.put(text, one, one.group(1) + "=\"" + Spot.pick(VALUES, dice) + "\""))
        .orElse(text);
  }
}
