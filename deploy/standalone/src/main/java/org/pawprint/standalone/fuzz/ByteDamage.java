package org.pawprint.standalone.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Damage that knows nothing of FITS: disks, transfers and malice. */
final class ByteDamage {
  /** Zeros of one member of a bomb; thousands of members are one valid gzip stream. */
  private static final int MEMBER = 16 << 20;

  /** A little more than the archive expands at most. */
  private static final int MOST_MEMBERS = 68;

  private static final byte[] ZEROS = gzip(new byte[MEMBER]);

  /** What a document can hold without end. */
  private static final List<byte[]> FILLINGS =
      Stream.of(" ", "1 ", "1.25E-17 ", "<x/>", "<GROUP>", "<PARAM name=\"x\"/>", "<!--xxxxxxxx-->")
          .map(ByteDamage::filling)
          .toList();

  private ByteDamage() {}

  static byte[] flip(byte[] content, SplittableRandom dice) {
    byte[] damaged = content.clone();
    int reach = dice.nextBoolean() ? damaged.length : Math.min(damaged.length, 5760);
    int count = 1 << dice.nextInt(8);
    for (int i = 0; i < count && reach > 0; i++) {
      int at = dice.nextInt(reach);
      damaged[at] =
          (byte) (dice.nextBoolean() ? damaged[at] ^ (1 << dice.nextInt(8)) : dice.nextInt(256));
    }
    return damaged;
  }

  static byte[] cut(byte[] content, SplittableRandom dice) {
    int length = dice.nextInt(content.length + 1);
    return Arrays.copyOf(content, dice.nextBoolean() ? length : length / 2880 * 2880);
  }

  static byte[] removeMiddle(byte[] content, SplittableRandom dice) {
    int from = dice.nextInt(content.length + 1);
    int to = Math.min(content.length, from + dice.nextInt(1, 6000));
    byte[] rest = Arrays.copyOf(content, content.length - (to - from));
    System.arraycopy(content, to, rest, from, content.length - to);
    return rest;
  }

  static byte[] insert(byte[] content, SplittableRandom dice) {
    int at = dice.nextInt(content.length + 1);
    byte[] more = new byte[dice.nextInt(1, 6000)];
    if (dice.nextBoolean()) {
      dice.nextBytes(more);
    }
    return concat(
        concat(Arrays.copyOf(content, at), more), Arrays.copyOfRange(content, at, content.length));
  }

  static byte[] damagedGzip(byte[] content, SplittableRandom dice) {
    byte[] packed = gzip(content);
    return switch (dice.nextInt(4)) {
      case 0 -> packed;
      case 1 -> cut(packed, dice);
      case 2 -> insert(packed, dice);
      default -> flip(packed, dice);
    };
  }

  /** A file that expands to up to 1.1 GB of zeros behind its headers or behind itself. */
  static byte[] bomb(byte[] content, SplittableRandom dice) {
    byte[] start =
        dice.nextBoolean() ? content : Arrays.copyOf(content, Math.min(content.length, 2880));
    int members = dice.nextInt(4) == 0 ? dice.nextInt(1, MOST_MEMBERS) : dice.nextInt(1, 6);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(gzip(start));
    for (int i = 0; i < members; i++) {
      out.writeBytes(ZEROS);
    }
    return out.toByteArray();
  }

  /**
   * A document in gzip into which up to 1.1 GB of the same are put, where its first row or PARAM
   * begins.
   */
  static byte[] documentBomb(byte[] content, SplittableRandom dice) {
    int at = indexOf(content, dice.nextBoolean() ? "<TD>" : "<PARAM");
    byte[] filling = FILLINGS.get(dice.nextInt(FILLINGS.size()));
    int members = dice.nextInt(4) == 0 ? dice.nextInt(1, MOST_MEMBERS) : dice.nextInt(1, 6);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(gzip(Arrays.copyOf(content, at)));
    for (int i = 0; i < members; i++) {
      out.writeBytes(filling);
    }
    out.writeBytes(gzip(Arrays.copyOfRange(content, at, content.length)));
    return out.toByteArray();
  }

  /** Of a text, behind it where it ends with an angle; else the end. */
  private static int indexOf(byte[] content, String text) {
    int at = new String(content, StandardCharsets.ISO_8859_1).indexOf(text);
    if (at < 0) {
      return content.length;
    }
    return text.endsWith(">") ? at + text.length() : at;
  }

  private static byte[] filling(String piece) {
    return gzip(piece.repeat(MEMBER / piece.length()).getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Thousands of empty HDUs, up to more than a file may have. */
  static byte[] manyHdus(byte[] content, SplittableRandom dice) {
    String header =
        FitsParts.card("XTENSION= 'IMAGE   '")
            + FitsParts.card("BITPIX  =                    8")
            + FitsParts.card("NAXIS   =                    0")
            + FitsParts.card("PCOUNT  =                    0")
            + FitsParts.card("GCOUNT  =                    1")
            + FitsParts.card("EXTNAME = 'SPECTRUM_57747.6'")
            + FitsParts.card("END");
    byte[] hdu = new byte[2880];
    Arrays.fill(hdu, (byte) ' ');
    for (int i = 0; i < header.length(); i++) {
      hdu[i] = (byte) header.charAt(i);
    }
    int count = dice.nextInt(8) == 0 ? dice.nextInt(2000, 11_000) : dice.nextInt(1, 200);
    byte[] all = Arrays.copyOf(content, content.length + count * hdu.length);
    for (int i = 0; i < count; i++) {
      System.arraycopy(hdu, 0, all, content.length + i * hdu.length, hdu.length);
    }
    return all;
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
