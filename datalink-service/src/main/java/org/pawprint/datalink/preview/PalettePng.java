package org.pawprint.datalink.preview;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * A PNG of at most sixteen colours in stored, that is uncompressed, deflate blocks (PNG 3rd
 * edition, 5 and 10; RFC 1950, RFC 1951 3.2.4). Its length follows from width, height and number of
 * colours alone, so that a link can tell it before anything is drawn, and its bytes depend on no
 * deflater.
 */
final class PalettePng {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int MAX_COLOURS = 16;
  private static final int BITS = 4;
  private static final int PALETTE_COLOUR = 3;
  private static final int HEADER_BYTES = 13;

  /** Length, type and checksum around the data of a chunk. */
  private static final int CHUNK_BYTES = 12;

  /** CMF and FLG of zlib: deflate, window of 32 KiB, no dictionary, check bits. */
  private static final short ZLIB_HEADER = 0x7801;

  private static final int STORED_BLOCK = 65535;
  private static final int STORED_BLOCK_HEADER = 5;

  private PalettePng() {}

  /** Bytes of a picture. */
  static int length(int width, int height, int colours) {
    return SIGNATURE.length
        + CHUNK_BYTES
        + HEADER_BYTES
        + CHUNK_BYTES
        + 3 * colours
        + CHUNK_BYTES
        + zlibLength(rawLength(width, height))
        + CHUNK_BYTES;
  }

  /** A filter byte per row, then two pixels in a byte. */
  private static int rawLength(int width, int height) {
    return height * (1 + (width + 1) / 2);
  }

  private static int blocks(int raw) {
    return (raw + STORED_BLOCK - 1) / STORED_BLOCK;
  }

  private static int zlibLength(int raw) {
    return Short.BYTES + blocks(raw) * STORED_BLOCK_HEADER + raw + Integer.BYTES;
  }

  /**
   * The file.
   *
   * @param palette colours as 0xRRGGBB, at most 16
   * @param pixels numbers of colours, row by row from the top
   */
  static byte[] bytes(int width, int height, int[] palette, byte[] pixels) {
    if (palette.length > MAX_COLOURS || pixels.length != width * height) {
      throw new IllegalArgumentException(
          "%d colours and %d pixels for %d x %d"
              .formatted(palette.length, pixels.length, width, height));
    }
    ByteBuffer out = ByteBuffer.allocate(length(width, height, palette.length));
    out.put(SIGNATURE);
    chunk(out, "IHDR", header(width, height));
    chunk(out, "PLTE", colours(palette));
    chunk(out, "IDAT", zlib(rows(width, height, pixels)));
    chunk(out, "IEND", new byte[0]);
    return out.array();
  }

  private static void chunk(ByteBuffer out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.putInt(data.length).put(name).put(data).putInt((int) crc.getValue());
  }

  private static byte[] header(int width, int height) {
    byte standard = 0; // compression, filter and interlace have one value each here
    return ByteBuffer.allocate(HEADER_BYTES)
        .putInt(width)
        .putInt(height)
        .put((byte) BITS)
        .put((byte) PALETTE_COLOUR)
        .put(standard)
        .put(standard)
        .put(standard)
        .array();
  }

  private static byte[] colours(int[] palette) {
    ByteBuffer out = ByteBuffer.allocate(3 * palette.length);
    for (int colour : palette) {
      out.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
    }
    return out.array();
  }

  /** Rows without filter, the left of two pixels in the upper half of its byte. */
  private static byte[] rows(int width, int height, byte[] pixels) {
    byte[] raw = new byte[rawLength(width, height)];
    int stride = raw.length / height;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int shift = x % 2 == 0 ? BITS : 0;
        raw[y * stride + 1 + x / 2] |= (byte) (pixels[y * width + x] << shift);
      }
    }
    return raw;
  }

  private static byte[] zlib(byte[] raw) {
    ByteBuffer out = ByteBuffer.allocate(zlibLength(raw.length));
    out.putShort(ZLIB_HEADER);
    for (int from = 0; from < raw.length; from += STORED_BLOCK) {
      int length = Math.min(STORED_BLOCK, raw.length - from);
      boolean isLast = from + length == raw.length;
      out.put((byte) (isLast ? 1 : 0));
      // Least significant byte first, then the complement.
      out.putShort(Short.reverseBytes((short) length));
      out.putShort(Short.reverseBytes((short) ~length));
      out.put(raw, from, length);
    }
    Adler32 sum = new Adler32();
    sum.update(raw);
    return out.putInt((int) sum.getValue()).array();
  }
}
