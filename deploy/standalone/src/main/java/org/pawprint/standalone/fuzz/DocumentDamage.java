package org.pawprint.standalone.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damages VOTables: their text first, then the bytes that come of it. */
final class DocumentDamage {
  private static final int MOST_MUTATIONS = 3;
  private static final DocumentMutation[] KINDS = DocumentMutation.values();

  /** Repeating goes no further than this; what reads a document whole has other bounds. */
  private static final int MOST_CHARACTERS = 1 << 20;

  // Patterns take no longer for a text that was made long before: no run is without a bound.
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(?<=\\s)([\\w:]{1,40})=(\"[^\"]*\"|'[^']*')");
  private static final Pattern SIZED = Pattern.compile("<(?:FIELD|PARAM)\\b");
  private static final Pattern ARRAYSIZE = Pattern.compile(" arraysize=(\"[^\"]*\"|'[^']*')");
  private static final Pattern DATATYPE = Pattern.compile(" datatype=(\"[^\"]*\"|'[^']*')");
  private static final Pattern CELL = Pattern.compile("(?<=<TD>)[^<]*");
  private static final Pattern STREAM =
      Pattern.compile("(?<=<STREAM encoding=['\"]base64['\"]>)[^<]*");
  private static final Pattern WHOLE =
      Pattern.compile(
          "<(PARAM|FIELD|INFO)\\b[^>]*/>|<(TR|TABLE|RESOURCE|GROUP)\\b.{0,20000}?</\\2>",
          Pattern.DOTALL);

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

  private static final List<String> ENCODINGS =
      List.of(
          "UTF-16", "UTF-16LE", "ISO-8859-1", "US-ASCII", "UTF-32", "EBCDIC-CP-US", "nonsense", "");

  private DocumentDamage() {}

  /**
   * A damaged copy.
   *
   * @param document a character for each byte
   * @param told receives in words what was done
   */
  static byte[] damage(String document, SplittableRandom dice, List<String> told) {
    List<DocumentMutation> kinds = new ArrayList<>();
    for (int i = dice.nextInt(1, MOST_MUTATIONS + 1); i > 0; i--) {
      kinds.add(KINDS[dice.nextInt(KINDS.length)]);
    }
    String text = document;
    for (DocumentMutation kind : kinds) {
      if (!kind.isOfBytes()) {
        int before = text.length();
        text = damage(kind, text, dice);
        told.add(name(kind) + ": " + before + " to " + text.length() + " characters");
      }
    }
    byte[] content = text.getBytes(StandardCharsets.ISO_8859_1);
    for (DocumentMutation kind : kinds) {
      if (kind.isOfBytes()) {
        int before = content.length;
        content = damage(kind, content, dice);
        told.add(name(kind) + ": " + before + " to " + content.length + " bytes");
      }
    }
    return content;
  }

  private static String name(DocumentMutation kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String damage(DocumentMutation kind, String text, SplittableRandom dice) {
    return switch (kind) {
      case ENTITIES -> EntityDamage.expanding(text, dice);
      case EXTERNAL_ENTITY -> EntityDamage.external(text, dice);
      case ARRAYSIZE -> attribute(text, ARRAYSIZE, "arraysize", pick(SIZES, dice), dice);
      case DATATYPE -> attribute(text, DATATYPE, "datatype", pick(TYPES, dice), dice);
      case ATTRIBUTE -> anyAttribute(text, dice);
      case CELL -> replace(text, CELL, pick(VALUES, dice), dice);
      case SERIALISATION -> serialisation(text, dice);
      case BASE64 -> base64(text, dice);
      case NESTING -> nesting(text, dice);
      case REPEATED_ELEMENT -> repeated(text, dice);
      case REMOVED_TAG -> replace(text, TAG, "", dice);
      case LONG_CONTENT -> longContent(text, dice);
      default -> throw new IllegalArgumentException(kind + " is of bytes");
    };
  }

  private static byte[] damage(DocumentMutation kind, byte[] content, SplittableRandom dice) {
    return switch (kind) {
      case ENCODING -> encoding(content, dice);
      case BYTES_FLIPPED -> ByteDamage.flip(content, dice);
      case BYTES_CUT -> ByteDamage.cut(content, dice);
      case BYTES_REMOVED -> ByteDamage.removeMiddle(content, dice);
      case BYTES_INSERTED -> ByteDamage.insert(content, dice);
      case GZIP_DAMAGED -> ByteDamage.damagedGzip(content, dice);
      case DOCUMENT_BOMB -> ByteDamage.documentBomb(content, dice);
      default -> throw new IllegalArgumentException(kind + " is of text");
    };
  }

  /** Gives a FIELD or PARAM this attribute, in the place of its own where it has one. */
  private static String attribute(
      String text, Pattern own, String name, String value, SplittableRandom dice) {
    String set = " " + name + "=\"" + value + "\"";
    List<MatchResult> present = own.matcher(text).results().toList();
    if (!present.isEmpty() && dice.nextBoolean()) {
      return put(text, present.get(dice.nextInt(present.size())), set);
    }
    List<MatchResult> elements = SIZED.matcher(text).results().toList();
    if (elements.isEmpty()) {
      return text;
    }
    MatchResult element = elements.get(dice.nextInt(elements.size()));
    int end = text.indexOf('>', element.end());
    String tag = text.substring(element.start(), end < 0 ? text.length() : end);
    return text.substring(0, element.start())
        + own.matcher(tag).replaceAll("").replace(element.group(), element.group() + set)
        + text.substring(element.start() + tag.length());
  }

  private static String anyAttribute(String text, SplittableRandom dice) {
    List<MatchResult> all = ATTRIBUTE.matcher(text).results().toList();
    if (all.isEmpty()) {
      return text;
    }
    MatchResult one = all.get(dice.nextInt(all.size()));
    return put(text, one, one.group(1) + "=\"" + pick(VALUES, dice) + "\"");
  }

  private static String serialisation(String text, SplittableRandom dice) {
    return switch (dice.nextInt(6)) {
      case 0 -> text.replace("BINARY2", "BINARY");
      case 1 -> text.replaceAll("BINARY\\b", "BINARY2");
      case 2 -> text.replace("TABLEDATA", "BINARY");
      case 3 -> text.replaceAll("BINARY2?", "TABLEDATA");
      case 4 -> text.replace("base64", "gzip");
      default -> text.replaceAll("BINARY2?|TABLEDATA", "FITS");
    };
  }

  private static String base64(String text, SplittableRandom dice) {
    List<MatchResult> streams = STREAM.matcher(text).results().toList();
    if (streams.isEmpty()) {
      return text;
    }
    MatchResult stream = streams.get(dice.nextInt(streams.size()));
    String content = stream.group();
    int at = dice.nextInt(content.length() + 1);
    String begin = content.substring(0, at);
    return put(
        text,
        stream,
        switch (dice.nextInt(7)) {
          case 0 -> begin;
          case 1 -> begin + "=" + content.substring(at);
          case 2 -> begin + "*\u00e9-_" + content.substring(at);
          case 3 -> begin + "////".repeat(dice.nextInt(1, 5000));
          case 4 -> begin + "A".repeat(dice.nextInt(1, MOST_CHARACTERS));
          case 5 -> begin + "<!-- a comment -->" + content.substring(at);
          default -> begin + "<TD>1</TD>" + content.substring(at);
        });
  }

  /** Up to thousands of elements one within the other, closed or not. */
  private static String nesting(String text, SplittableRandom dice) {
    String name = pick(List.of("RESOURCE", "GROUP", "TABLE", "DATA", "TR", "TD", "x"), dice);
    int depth = 1 << dice.nextInt(1, 14);
    boolean closed = dice.nextBoolean();
    int at = boundary(text, dice);
    return text.substring(0, at)
        + ("<" + name + ">").repeat(depth)
        + (closed ? ("</" + name + ">").repeat(depth) : "")
        + text.substring(at);
  }

  private static String repeated(String text, SplittableRandom dice) {
    List<MatchResult> elements = WHOLE.matcher(text).results().toList();
    if (elements.isEmpty()) {
      return text;
    }
    String element = elements.get(dice.nextInt(elements.size())).group();
    int most = Math.max(2, MOST_CHARACTERS / element.length());
    int at = boundary(text, dice);
    int times = Math.min(most, 1 << dice.nextInt(1, 16));
    return text.substring(0, at) + element.repeat(times) + text.substring(at);
  }

  private static String longContent(String text, SplittableRandom dice) {
    int length = 1 << dice.nextInt(4, 21);
    int at = boundary(text, dice);
    String content =
        switch (dice.nextInt(7)) {
          case 0 -> " ".repeat(length);
          case 1 -> "1 ".repeat(length / 2);
          case 2 -> "<!--" + "x".repeat(length) + "-->";
          case 3 -> "<![CDATA[" + "x".repeat(length) + "]]>";
          case 4 -> "<?x " + "x".repeat(length) + "?>";
          case 5 -> "<x " + "a".repeat(length) + "='1'/>";
          default -> "<" + "x".repeat(length) + "/>";
        };
    return text.substring(0, at) + content + text.substring(at);
  }

  /** Another encoding: declared, or used, or both. */
  private static byte[] encoding(byte[] content, SplittableRandom dice) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    String name = pick(ENCODINGS, dice);
    String declared =
        dice.nextBoolean()
            ? "<?xml version='1.0' encoding='" + name + "'?>" + text.replaceFirst("^<\\?[^>]*>", "")
            : text;
    return dice.nextBoolean()
        ? declared.getBytes(
            dice.nextBoolean() ? StandardCharsets.UTF_16 : Charset.forName("UTF-32"))
        : declared.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String replace(String text, Pattern what, String by, SplittableRandom dice) {
    List<MatchResult> all = what.matcher(text).results().toList();
    return all.isEmpty() ? text : put(text, all.get(dice.nextInt(all.size())), by);
  }

  private static String put(String text, MatchResult place, String by) {
    return text.substring(0, place.start()) + by + text.substring(place.end());
  }

  /** Where a tag begins. */
  private static int boundary(String text, SplittableRandom dice) {
    int at = text.indexOf('<', dice.nextInt(text.length() + 1));
    return at < 0 ? text.length() : at;
  }

  private static <T> T pick(List<T> list, SplittableRandom dice) {
    return list.get(dice.nextInt(list.size()));
  }
}
