package org.pawprint.core.fits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/** Bytes for the reader: real files of the resource folder and files made card by card. */
final class Sample {
  private Sample() {}

  static byte[] bytes(String name) {
    try (InputStream in = Sample.class.getResourceAsStream("/fits/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FitsFile open(String name) {
    return FitsFile.of(bytes(name), name, FitsLimits.DEFAULT);
  }

  /** A header of these cards, each padded to 80, with END and blanks up to the block. */
  static byte[] header(String... cards) {
    StringBuilder text = new StringBuilder();
    for (String card : cards) {
      text.append("%-80s".formatted(card), 0, 80);
    }
    text.append("%-80s".formatted("END"));
    while (text.length() % 2880 != 0) {
      text.append(' ');
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  /** Data filled with zeros up to the block. */
  static byte[] padded(byte[] data) {
    byte[] padded = new byte[(data.length + 2879) / 2880 * 2880];
    System.arraycopy(data, 0, padded, 0, data.length);
    return padded;
  }

  static byte[] shorts(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(2 * values.length);
    for (int value : values) {
      buffer.putShort((short) value);
    }
    return buffer.array();
  }

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
