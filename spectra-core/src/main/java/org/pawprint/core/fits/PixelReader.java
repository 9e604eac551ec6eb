package org.pawprint.core.fits;

import java.nio.ByteBuffer;

/** Turns stored pixels of one BITPIX into physical values. */
final class PixelReader {
  private final int bitpix;
  private final double scale;
  private final double zero;
  private final boolean hasBlank;
  private final long blank;

  private PixelReader(int bitpix, double scale, double zero, boolean hasBlank, long blank) {
    this.bitpix = bitpix;
    this.scale = scale;
    this.zero = zero;
    this.hasBlank = hasBlank;
    this.blank = blank;
  }

  static PixelReader of(FitsHeader header, int bitpix) {
    double scale = header.text("BSCALE").isPresent() ? header.requiredNumber("BSCALE") : 1;
    double zero = header.text("BZERO").isPresent() ? header.requiredNumber("BZERO") : 0;
    boolean hasBlank = bitpix > 0 && header.text("BLANK").isPresent();
    return new PixelReader(
        bitpix, scale, zero, hasBlank, hasBlank ? header.requiredInteger("BLANK") : 0);
  }

  private boolean plain() {
    return scale == 1 && zero == 0;
  }

  float[] floats(ByteBuffer stored, int count) {
    float[] values = new float[count];
    if (bitpix == -32) {
      stored.asFloatBuffer().get(values);
      if (!plain()) {
        for (int i = 0; i < count; i++) {
          values[i] = (float) (zero + scale * values[i]);
        }
      }
      return values;
    }
    for (int i = 0; i < count; i++) {
      values[i] = (float) physical(stored, i);
    }
    return values;
  }

  double[] doubles(ByteBuffer stored, int count) {
    double[] values = new double[count];
    if (bitpix == -64 && plain()) {
      stored.asDoubleBuffer().get(values);
      return values;
    }
    for (int i = 0; i < count; i++) {
      values[i] = physical(stored, i);
    }
    return values;
  }

  private double physical(ByteBuffer stored, int i) {
    if (bitpix < 0) {
      double value = bitpix == -32 ? stored.getFloat(4 * i) : stored.getDouble(8 * i);
      return plain() ? value : zero + scale * value;
    }
    long value =
        switch (bitpix) {
          case 8 -> stored.get(i) & 0xff;
          case 16 -> stored.getShort(2 * i);
          case 32 -> stored.getInt(4 * i);
          default -> stored.getLong(8 * i);
        };
    return hasBlank && value == blank ? Double.NaN : zero + scale * value;
  }
}
