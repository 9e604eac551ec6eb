package org.pawprint.datalink.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

/** A tar in the ustar format (POSIX.1-1988). */
final class TarPacker implements Packer {
  private static final int BLOCK = 512;
  private static final int CHECKSUM = 148;
  private static final int CHECKSUM_BYTES = 8;

  private final OutputStream out;

  TarPacker(OutputStream out) {
    this.out = out;
  }

  @Override
  public void add(String name, Instant modified, byte[] content) throws IOException {
    byte[] header = new byte[BLOCK];
    put(name, 0, header);
    put("0000644", 100, header);
    put("0000000", 108, header);
    put("0000000", 116, header);
    put(octal(content.length, 11), 124, header);
    put(octal(modified.getEpochSecond(), 11), 136, header);
    put("0", 156, header);
    put("ustar", 257, header);
    put("00", 263, header);
    // The sum counts its own field as blanks.
    int sum = CHECKSUM_BYTES * ' ';
    for (byte b : header) {
      sum += b & 0xFF;
    }
    put(octal(sum, 6), CHECKSUM, header);
    header[CHECKSUM + CHECKSUM_BYTES - 1] = ' ';
    out.write(header);
    out.write(content);
    out.write(new byte[Math.floorMod(-content.length, BLOCK)]);
  }

  private static String octal(long value, int digits) {
    return String.format(Locale.ROOT, "%0" + digits + "o", value);
  }

  private static void put(String text, int at, byte[] header) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(ascii, 0, header, at, ascii.length);
  }

  @Override
  public void finish() throws IOException {
    out.write(new byte[2 * BLOCK]);
  }
}
