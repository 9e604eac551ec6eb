package org.pawprint.core.fits;

/**
 * The Rice code of 32-bit numbers (FITS 4.0 section 10.4.1): the first number plain, then
 * differences in blocks, each with the number of low bits that are stored as they are.
 */
final class RiceTile {
  static final int USUAL_BLOCK = 32;

  private static final int BITS = 32;

  /** Width of the field that tells how a block is stored. */
  private static final int CODE_BITS = 5;

  /** A block with this code holds its differences uncoded. */
  private static final int UNCODED = 25;

  private final byte[] bytes;
  private final int blockSize;
  private int bit = BITS;

  RiceTile(byte[] bytes, int blockSize) {
    this.bytes = bytes;
    this.blockSize = blockSize;
  }

  /**
   * @throws IndexOutOfBoundsException when there are too few bytes
   */
  int[] decode(int count) {
    int[] numbers = new int[count];
    int last =
        (bytes[0] & 0xFF) << 24
            | (bytes[1] & 0xFF) << 16
            | (bytes[2] & 0xFF) << 8
            | bytes[3] & 0xFF;
    for (int start = 0; start < count; start += blockSize) {
      int code = bits(CODE_BITS) - 1;
      for (int i = start; i < Math.min(start + blockSize, count); i++) {
        last += difference(code);
        numbers[i] = last;
      }
    }
    return numbers;
  }

  private int difference(int code) {
    if (code < 0) {
      return 0;
    }
    int folded;
    if (code == UNCODED) {
      folded = bits(BITS);
    } else {
      int zeros = 0;
      while (bits(1) == 0) {
        zeros++;
      }
      folded = zeros << code | bits(code);
    }
    // Differences of either sign were folded to 0, -1, 1, -2, …
    return (folded & 1) == 0 ? folded >>> 1 : ~(folded >>> 1);
  }

  private int bits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 1 | (bytes[bit >> 3] >> (7 - (bit & 7)) & 1);
      bit++;
    }
    return value;
  }
}
