package org.pawprint.core.votable;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;

/** Big-endian bytes on their way to base64 text. */
final class Base64Rows {
  /** A multiple of 3, so that no padding falls between pieces; 8192 characters of text. */
  private static final int PIECE = 6144;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes = new byte[1 << 14];
  private int size;

  int size() {
    return size;
  }

  void rollBack(int earlierSize) {
    size = earlierSize;
  }

  /** Appends zeros and returns where they begin. */
  int zeros(int count) {
    room(count);
    Arrays.fill(bytes, size, size + count, (byte) 0);
    size += count;
    return size - count;
  }

  void setBit(int start, int bit) {
    bytes[start + bit / 8] |= (byte) (0x80 >>> (bit % 8));
  }

  /** Appends the low bytes of a number, most significant first. */
  void put(long value, int width) {
    room(width);
    if (width == Long.BYTES) {
      LONG.set(bytes, size, value);
      size += Long.BYTES;
      return;
    }
    if (width == Integer.BYTES) {
      INT.set(bytes, size, (int) value);
      size += Integer.BYTES;
      return;
    }
    for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  /** Appends floats; every NaN becomes the one that Java calls so. */
  void put(float[] values) {
    room(Math.multiplyExact(Float.BYTES, values.length));
    for (float value : values) {
      INT.set(bytes, size, Float.floatToIntBits(value));
      size += Float.BYTES;
    }
  }

  /** Appends doubles; every NaN becomes the one that Java calls so. */
  void put(double[] values) {
    room(Math.multiplyExact(Double.BYTES, values.length));
    for (double value : values) {
      LONG.set(bytes, size, Double.doubleToLongBits(value));
      size += Double.BYTES;
    }
  }

  void put(byte[] from, int length) {
    room(length);
    System.arraycopy(from, 0, bytes, size, length);
    size += length;
  }

  /** Moves whole pieces to the text; all that is left when {@code last}. */
  void encodeTo(XmlBytes xml, boolean last) {
    int done = 0;
    while (size - done >= PIECE || (last && done < size)) {
      int end = Math.min(size, done + PIECE);
      byte[] text = Base64.getEncoder().encode(Arrays.copyOfRange(bytes, done, end));
      xml.ascii(text, text.length).ascii("\n");
      done = end;
    }
    System.arraycopy(bytes, done, bytes, 0, size - done);
    size -= done;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      int needed = Math.addExact(size, more);
      bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * needed));
    }
  }
}
