package org.pawprint.core.fits;

import java.util.Optional;

/**
 * The mandatory keywords of one HDU, checked (FITS 4.0 sections 4.4.1 and 4.4.2).
 *
 * @param shape axis lengths in NAXIS order, fastest first
 * @param elements product of the shape, 0 without axes
 * @param pcount bytes of heap after a binary table
 * @param dataBytes size of the data without padding
 */
record HduStructure(
    HduKind kind, int bitpix, long[] shape, long elements, long pcount, long dataBytes) {

  static HduStructure of(FitsHeader header, boolean primary) {
    HduKind kind = primary ? HduKind.PRIMARY : HduKind.ofExtension(header.requiredText("XTENSION"));
    if (primary && !header.logical("SIMPLE").orElse(false)) {
      throw header.unreadable("SIMPLE", "T");
    }
    int bitpix = bitpix(header);
    long[] shape = shape(header);
    long pcount = count(header, "PCOUNT", 0);
    long gcount = count(header, "GCOUNT", 1);
    try {
      long elements = shape.length == 0 ? 0 : 1;
      for (long length : shape) {
        elements = Math.multiplyExact(elements, length);
      }
      if (gcount == 0 && elements > 0) {
        throw header.unreadable("GCOUNT", "one or more");
      }
      long size = bytes(header, shape, elements, bitpix);
      if (!primary || header.logical("GROUPS").orElse(false)) {
        size = Math.multiplyExact(gcount, Math.addExact(size, pcountBytes(pcount, bitpix)));
      }
      return new HduStructure(kind, bitpix, shape, elements, pcount, size);
    } catch (ArithmeticException e) {
      throw header.unreadable("NAXIS", "axes whose data fit into a file");
    }
  }

  private static long pcountBytes(long pcount, int bitpix) {
    return Math.multiplyExact(pcount, Math.abs(bitpix) / 8);
  }

  /** Of random groups (NAXIS1 = 0, GROUPS = T) the first axis does not count. */
  private static long bytes(FitsHeader header, long[] shape, long elements, int bitpix) {
    long counted = elements;
    if (shape.length > 1 && shape[0] == 0 && header.logical("GROUPS").orElse(false)) {
      counted = 1;
      for (int i = 1; i < shape.length; i++) {
        counted = Math.multiplyExact(counted, shape[i]);
      }
    }
    return Math.multiplyExact(counted, Math.abs(bitpix) / 8);
  }

  private static int bitpix(FitsHeader header) {
    long bitpix = header.requiredInteger("BITPIX");
    if (bitpix == 8 || bitpix == 16 || Math.abs(bitpix) == 32 || Math.abs(bitpix) == 64) {
      return (int) bitpix;
    }
    throw header.unreadable("BITPIX", "8, 16, 32, 64, -32 or -64");
  }

  private static long[] shape(FitsHeader header) {
    long naxis = header.requiredInteger("NAXIS");
    if (naxis < 0 || naxis > 999) {
      throw header.unreadable("NAXIS", "0 to 999");
    }
    long[] shape = new long[(int) naxis];
    for (int i = 0; i < shape.length; i++) {
      String key = "NAXIS" + (i + 1);
      shape[i] = header.requiredInteger(key);
      if (shape[i] < 0) {
        throw header.unreadable(key, "a length of zero or more");
      }
    }
    return shape;
  }

  private static long count(FitsHeader header, String key, long otherwise) {
    Optional<String> value = header.text(key);
    long count = value.isEmpty() ? otherwise : header.requiredInteger(key);
    if (count < 0) {
      throw header.unreadable(key, "zero or more");
    }
    return count;
  }
}
