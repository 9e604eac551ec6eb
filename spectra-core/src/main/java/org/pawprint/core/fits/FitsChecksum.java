package org.pawprint.core.fits;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Sums for DATASUM and CHECKSUM (FITS 4.0 section 4.4.2.7 and appendix J): 32-bit ones' complement
 * addition of big-endian words. An instance adds up data that come in pieces.
 */
public final class FitsChecksum {

  /** What the cards of an HDU say about its bytes. */
  public enum Verdict {
    ABSENT,
    RIGHT,
    WRONG
  }

  /**
   * @param checksum of the whole HDU
   * @param datasum of its data
   */
  public record Report(Verdict checksum, Verdict datasum) {}

  private static final int WORD = 4;
  private static final int CHUNK = 1 << 13;
  private static final int READ = 1 << 20;
  private static final VarHandle TWO_WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle ONE_WORD =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final long ALL_ONES = 0xffffffffL;

  private long sum;
  private long bytes;

  /** Adds the remaining bytes without moving the position; pieces may have any length. */
  public FitsChecksum add(ByteBuffer piece) {
    int at = piece.position();
    int end = piece.limit();
    while (at < end && (bytes & 3) != 0) {
      addByte(piece.get(at++));
    }
    // By way of an array: one loop over buffers of several kinds is seven times as slow.
    byte[] chunk = new byte[Math.min(end - at, CHUNK) & -WORD];
    while (end - at >= WORD) {
      int length = Math.min((end - at) & -WORD, chunk.length);
      piece.get(at, chunk, 0, length);
      addWords(chunk, length);
      at += length;
    }
    while (at < end) {
      addByte(piece.get(at++));
    }
    return this;
  }

  /** A chunk has at most 2^11 words, so their sum stays within 2^43. */
  private void addWords(byte[] chunk, int length) {
    long words = 0;
    int at = 0;
    for (; at <= length - 2 * WORD; at += 2 * WORD) {
      long two = (long) TWO_WORDS.get(chunk, at);
      words += (two >>> 32) + (two & ALL_ONES);
    }
    if (at < length) {
      words += (int) ONE_WORD.get(chunk, at) & ALL_ONES;
    }
    bytes += length;
    sum = fold(sum + words);
  }

  private void addByte(byte value) {
    sum = fold(sum + ((value & 0xffL) << (24 - 8 * (bytes & 3))));
    bytes++;
  }

  private static long fold(long sum) {
    long folded = sum;
    while (folded >>> 32 != 0) {
      folded = (folded & ALL_ONES) + (folded >>> 32);
    }
    return folded;
  }

  /** The sum so far, 0 to 2^32 - 1; the number that DATASUM spells. */
  public long value() {
    return sum;
  }

  public static long of(ByteBuffer data) {
    return new FitsChecksum().add(data).value();
  }

  /** Ones' complement sum of two sums over whole words. */
  static long sum(long one, long other) {
    return fold(one + other);
  }

  /**
   * The 16 characters that make a sum of the given value come to all ones when they stand in the
   * CHECKSUM card.
   */
  static String encode(long sum) {
    long complement = ALL_ONES - sum;
    char[] text = new char[16];
    for (int i = 0; i < 4; i++) {
      int value = (int) (complement >>> (24 - 8 * i)) & 0xff;
      int quarter = value / 4 + '0';
      int[] four = {quarter + value % 4, quarter, quarter, quarter};
      avoidPunctuation(four);
      for (int j = 0; j < 4; j++) {
        // One place to the right: the value begins at column 12, the last byte of a word.
        text[(4 * j + i + 1) % 16] = (char) four[j];
      }
    }
    return new String(text);
  }

  private static void avoidPunctuation(int[] four) {
    for (int j = 0; j < 4; j += 2) {
      while (isPunctuation(four[j]) || isPunctuation(four[j + 1])) {
        four[j]++;
        four[j + 1]--;
      }
    }
  }

  private static boolean isPunctuation(int c) {
    return (c > '9' && c < 'A') || (c > 'Z' && c < 'a');
  }

  /** Compares the cards of an HDU with its bytes; missing padding at the end counts as zeros. */
  public static Report verify(FitsHdu hdu) {
    long dataSum = sumOf(hdu.bytes(), hdu.dataOffset(), hdu.paddedEnd());
    Verdict datasum = verdict(hdu.header().text("DATASUM"), Long.toString(dataSum));
    if (hdu.header().text("CHECKSUM").isEmpty()) {
      return new Report(Verdict.ABSENT, datasum);
    }
    long whole = fold(dataSum + sumOf(hdu.bytes(), hdu.headerOffset(), hdu.dataOffset()));
    return new Report(whole == ALL_ONES || whole == 0 ? Verdict.RIGHT : Verdict.WRONG, datasum);
  }

  private static Verdict verdict(Optional<String> card, String right) {
    if (card.isEmpty()) {
      return Verdict.ABSENT;
    }
    return HeaderCard.whole(card.get()).equals(HeaderCard.whole(right))
        ? Verdict.RIGHT
        : Verdict.WRONG;
  }

  private static long sumOf(FitsBytes bytes, long start, long end) {
    FitsChecksum sum = new FitsChecksum();
    long last = Math.min(end, bytes.size());
    for (long at = start; at < last; at += READ) {
      sum.add(bytes.slice(at, (int) Math.min(READ, last - at)));
    }
    return sum.value();
  }
}
