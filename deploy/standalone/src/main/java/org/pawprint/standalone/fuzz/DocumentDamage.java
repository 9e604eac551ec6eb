package org.pawprint.standalone.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
  private static final Pattern STREAM =
      Pattern.compile("(?<=<STREAM encoding=['\"]base64['\"]>)[^<]*");
  private static final Pattern WHOLE =
      Pattern.compile(
          "<(PARAM|FIELD|INFO)\\b[^>]*/>|<(TR|TABLE|RESOURCE|GROUP)\\b.{0,20000}?</\\2>",
          Pattern.DOTALL);

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
      case ARRAYSIZE -> ValueDamage.arraysize(text, dice);
      case DATATYPE -> ValueDamage.datatype(text, dice);
      case ATTRIBUTE -> ValueDamage.attribute(text, dice);
      case CELL -> ValueDamage.cell(text, dice);
      case SERIALISATION -> serialisation(text, dice);
      case BASE64 -> base64(text, dice);
      case NESTING -> nesting(text, dice);
      case REPEATED_ELEMENT -> repeated(text, dice);
      case REMOVED_TAG -> Spot.replace(text, TAG, "", dice);
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
    Optional<MatchResult> stream = Spot.any(text, STREAM, dice);
    if (stream.isEmpty()) {
      return text;
    }
    String content = stream.get().group();
    int at = dice.nextInt(content.length() + 1);
    String begin = content.substring(0, at);
    return Spot.put(
        text,
        stream.get(),
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
    String name = Spot.pick(List.of("RESOURCE", "GROUP", "TABLE", "DATA", "TR", "TD", "x"), dice);
    int depth = 1 << dice.nextInt(1, 14);
    boolean closed = dice.nextBoolean();
    int at = Spot.boundary(text, dice);
    return text.substring(0, at)
        + ("<" + name + ">").repeat(depth)
        + (closed ? ("</" + name + ">").repeat(depth) : "")
        + text.substring(at);
  }

  private static String repeated(String text, SplittableRandom dice) {
    Optional<MatchResult> whole = Spot.any(text, WHOLE, dice);
    if (whole.isEmpty()) {
      return text;
    }
    String element = whole.get().group();
    int most = Math.max(2, MOST_CHARACTERS / element.length());
    int at = Spot.boundary(text, dice);
    int times = Math.min(most, 1 << dice.nextInt(1, 16));
    return text.substring(0, at) + element.repeat(times) + text.substring(at);
  }

  private static String longContent(String text, SplittableRandom dice) {
    int length = 1 << dice.nextInt(4, 21);
    int at = Spot.boundary(text, dice);
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
    String name = Spot.pick(ENCODINGS, dice);
    String declared =
        dice.nextBoolean()
            ? "<?xml version='1.0' encoding='" + name + "'?>" + text.replaceFirst("^<\\?[^>]*>", "")
            : text;
    return dice.nextBoolean()
        ? declared.getBytes(
            dice.nextBoolean() ? StandardCharsets.UTF_16 : Charset.forName("UTF-32"))
        : declared.getBytes(StandardCharsets.ISO_8859_1);
  }
}
