package org.pawprint.core.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.pawprint.core.votable.DecimalText;

/** UTF-8 text gathered in memory until it is handed on. */
final class TextBytes {
  private static final int DRAIN_BYTES = 1 << 15;

  private byte[] bytes = new byte[2 * DRAIN_BYTES];
  private int size;

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }

  TextBytes put(char ascii) {
    room(1);
    bytes[size++] = (byte) ascii;
    return this;
  }

  TextBytes put(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
    return this;
  }

  TextBytes number(long value) {
    room(DecimalText.MAX_BYTES);
    size = DecimalText.writeLong(value, bytes, size);
    return this;
  }

  TextBytes number(double value) {
    room(DecimalText.MAX_BYTES);
    size = DecimalText.write(value, bytes, size);
    return this;
  }

  TextBytes number(float value) {
    room(DecimalText.MAX_BYTES);
    size = DecimalText.write(value, bytes, size);
    return this;
  }

  int size() {
    return size;
  }

  /** Forgets what was written since the buffer had this size. */
  void rollBack(int earlier) {
    size = earlier;
  }

  /** Hands on what is there when it is worth a write. */
  void drainIfLarge(OutputStream out) throws IOException {
    if (size >= DRAIN_BYTES) {
      drain(out);
    }
  }

  void drain(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
    size = 0;
  }
}
