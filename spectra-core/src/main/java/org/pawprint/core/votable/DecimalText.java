package org.pawprint.core.votable;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Writes floating-point numbers with the fewest digits that read back as the same number. The
 * method is that of R. Giulietti, "The Schubfach way to render doubles" (2020): the decimal is
 * chosen among four neighbours of the scaled value by comparing it with the scaled bounds of the
 * number's rounding interval, all in 64-bit integers. Subnormal numbers, which no measurement
 * needs, are left to the JDK and may come with a digit more.
 */
public final class DecimalText {
  /** Room that one number needs at most. */
  public static final int MAX_BYTES = 32;

  private static final int LEAST_POWER = -324;
  private static final int GREATEST_POWER = 292;

  /** floor(10^-k · 2^r) + 1 with 126 bits, for k from {@link #LEAST_POWER}, in two parts. */
  private static final long[] SCALE_HIGH = new long[GREATEST_POWER - LEAST_POWER + 1];

  private static final long[] SCALE_LOW = new long[SCALE_HIGH.length];

  private static final long LOW_63_BITS = Long.MAX_VALUE;
  private static final int SCALE_BITS = 126;

  private static final long[] POWERS_OF_TEN = new long[19];

  static {
    POWERS_OF_TEN[0] = 1;
    for (int i = 1; i < POWERS_OF_TEN.length; i++) {
      POWERS_OF_TEN[i] = 10 * POWERS_OF_TEN[i - 1];
    }
    BigInteger mask = BigInteger.valueOf(LOW_63_BITS);
    for (int k = LEAST_POWER; k <= GREATEST_POWER; k++) {
      BigInteger power = BigInteger.TEN.pow(Math.abs(k));
      int bits = power.bitLength();
      BigInteger scaled =
          k <= 0
              ? power.shiftLeft(SCALE_BITS).shiftRight(bits)
              : BigInteger.ONE.shiftLeft(SCALE_BITS - 1 + bits).divide(power);
      BigInteger g = scaled.add(BigInteger.ONE);
      SCALE_HIGH[k - LEAST_POWER] = g.shiftRight(63).longValueExact();
      SCALE_LOW[k - LEAST_POWER] = g.and(mask).longValueExact();
    }
  }

  private DecimalText() {}

  /**
   * Writes at {@code at}, NaN and infinities as VOTable spells them, and returns the next place.
   */
  public static int write(double value, byte[] to, int at) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return writeLong((long) value, to, at);
    }
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> 52) & 0x7FF;
    if (exponent == 0x7FF) {
      return ascii(Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf", to, at);
    }
    if (exponent == 0) {
      return ascii(Double.toString(value), to, at);
    }
    int next = sign(bits < 0, to, at);
    long significand = (bits & ((1L << 52) - 1)) | (1L << 52);
    boolean even = significand != 1L << 52 || exponent == 1;
    return writeFinite(significand, exponent - 1075, even, to, next);
  }

  /** Like the form for doubles, with the digits a float needs. */
  public static int write(float value, byte[] to, int at) {
    if (value == Math.rint(value) && Math.abs(value) < 1e7f) {
      return writeLong((long) value, to, at);
    }
    int bits = Float.floatToRawIntBits(value);
    int exponent = (bits >>> 23) & 0xFF;
    if (exponent == 0xFF) {
      return write((double) value, to, at);
    }
    if (exponent == 0) {
      return ascii(Float.toString(value), to, at);
    }
    int next = sign(bits < 0, to, at);
    long significand = (bits & ((1 << 23) - 1)) | (1 << 23);
    boolean even = significand != 1 << 23 || exponent == 1;
    return writeFinite(significand, exponent - 150, even, to, next);
  }

  /**
   * Writes c·2^q.
   *
   * @param evenSpacing whether the next number below is as far away as the one above
   */
  private static int writeFinite(long c, int q, boolean evenSpacing, byte[] to, int at) {
    int k = evenSpacing ? floorLog10Pow2(q) : floorLog10ThreeQuartersPow2(q);
    int shift = q + floorLog2Pow10(-k) + 2;
    long high = SCALE_HIGH[k - LEAST_POWER];
    long low = SCALE_LOW[k - LEAST_POWER];
    long middle = scale(high, low, (4 * c) << shift);
    long lower = scale(high, low, (4 * c - (evenSpacing ? 2 : 1)) << shift);
    long upper = scale(high, low, (4 * c + 2) << shift);
    // The ends of the interval round to this number only if its significand is even.
    long open = c & 1;

    long digits = middle >>> 2;
    long tenDown = digits / 10 * 10;
    long tenUp = tenDown + 10;
    boolean tenDownFits = lower + open <= tenDown << 2;
    boolean tenUpFits = (tenUp << 2) + open <= upper;
    if (tenDownFits != tenUpFits) {
      return writeDecimal(tenDownFits ? tenDown : tenUp, k, to, at);
    }
    boolean downFits = lower + open <= digits << 2;
    boolean upFits = ((digits + 1) << 2) + open <= upper;
    if (downFits != upFits) {
      return writeDecimal(downFits ? digits : digits + 1, k, to, at);
    }
    long nearer = middle - ((2 * digits + 1) << 1);
    boolean down = nearer < 0 || (nearer == 0 && (digits & 1) == 0);
    return writeDecimal(down ? digits : digits + 1, k, to, at);
  }

  /** (g · c) / 2^127 rounded to odd: the lowest bit is set when anything was cut off. */
  private static long scale(long high, long low, long c) {
    long carry = Math.multiplyHigh(low, c);
    long fraction = high * c;
    long whole = Math.multiplyHigh(high, c);
    long sum = (fraction >>> 1) + carry;
    long rounded = whole + (sum >>> 63);
    return rounded | (((sum & LOW_63_BITS) + LOW_63_BITS) >>> 63);
  }

  private static int floorLog10Pow2(int e) {
    return (int) ((e * 661_971_961_083L) >> 41);
  }

  private static int floorLog10ThreeQuartersPow2(int e) {
    return (int) ((e * 661_971_961_083L - 274_743_187_321L) >> 41);
  }

  private static int floorLog2Pow10(int e) {
    return (int) ((e * 913_124_641_741L) >> 38);
  }

  /** Writes digits·10^k, plain from 0.0001 up to 10^16 and in powers of ten elsewhere. */
  private static int writeDecimal(long allDigits, int power, byte[] to, int at) {
    long digits = allDigits;
    int k = power;
    while (digits % 10_000 == 0) {
      digits /= 10_000;
      k += 4;
    }
    while (digits % 10 == 0) {
      digits /= 10;
      k++;
    }
    int count = digitCount(digits);
    int leading = k + count - 1;
    if (leading < -4 || leading > 15) {
      int next = pointed(digits, count, 1, to, at);
      to[next++] = 'e';
      return writeLong(leading, to, next);
    }
    if (leading < 0) {
      int next = ascii("0.", to, at);
      for (int i = leading + 1; i < 0; i++) {
        to[next++] = '0';
      }
      return pointed(digits, count, count, to, next);
    }
    if (k < 0) {
      return pointed(digits, count, leading + 1, to, at);
    }
    int next = pointed(digits, count, count, to, at);
    for (int i = 0; i < k; i++) {
      to[next++] = '0';
    }
    return next;
  }

  /** Writes the digits with a point after the first {@code whole}, unless none follow. */
  private static int pointed(long digits, int count, int whole, byte[] to, int at) {
    if (whole == count) {
      return plain(digits, count, to, at);
    }
    int end = plain(digits, count, to, at + 1);
    for (int i = at; i < at + whole; i++) {
      to[i] = to[i + 1];
    }
    to[at + whole] = '.';
    return end;
  }

  /** Writes a number of so many digits, from its end in pairs. */
  private static int plain(long digits, int count, byte[] to, int at) {
    int end = at + count;
    int place = end;
    long high = digits;
    while (high >= 100_000_000) {
      long rest = high / 100_000_000;
      int low = (int) (high - rest * 100_000_000);
      for (int i = 0; i < 4; i++) {
        int pair = low % 100;
        low /= 100;
        to[--place] = (byte) ('0' + pair % 10);
        to[--place] = (byte) ('0' + pair / 10);
      }
      high = rest;
    }
    int left = (int) high;
    while (place > at) {
      to[--place] = (byte) ('0' + left % 10);
      left /= 10;
    }
    return end;
  }

  public static int writeLong(long value, byte[] to, int at) {
    if (value == Long.MIN_VALUE) {
      return ascii("-9223372036854775808", to, at);
    }
    int next = sign(value < 0, to, at);
    long magnitude = Math.abs(value);
    int count = digitCount(magnitude);
    return pointed(magnitude, count, count, to, next);
  }

  private static int digitCount(long magnitude) {
    // 1233/4096 is log10(2), close enough to be right or one too few.
    int atLeast = ((64 - Long.numberOfLeadingZeros(magnitude | 1)) * 1233) >> 12;
    return magnitude >= POWERS_OF_TEN[atLeast] ? atLeast + 1 : Math.max(1, atLeast);
  }

  private static int sign(boolean negative, byte[] to, int at) {
    if (negative) {
      to[at] = '-';
      return at + 1;
    }
    return at;
  }

  private static int ascii(String text, byte[] to, int at) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, to, at, bytes.length);
    return at + bytes.length;
  }
}
