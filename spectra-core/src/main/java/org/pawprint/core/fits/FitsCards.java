package org.pawprint.core.fits;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A header in the making, card by card, in fixed format (FITS 4.0 section 4.2). Text is cut to
 * printable ASCII; text too long for a card goes on in CONTINUE cards. CHECKSUM, DATASUM and END
 * are added by {@link #toBlocks}.
 */
public final class FitsCards {
  private static final int CARD = HeaderCard.LENGTH;
  private static final int VALUE_END = 30;
  private static final int LONGEST_TEXT = 68;

  private byte[] bytes = new byte[HduScanner.BLOCK * 2];
  private int length;
  private boolean saysLongStrings;

  /** The mandatory cards of a primary HDU with an image. */
  public static FitsCards primary(int bitpix, long... shape) {
    FitsCards cards = new FitsCards();
    cards.logical("SIMPLE", true, "conforms to FITS standard");
    return cards.axes(bitpix, shape).logical("EXTEND", true, "extensions may follow");
  }

  /** The mandatory cards of an image extension. */
  public static FitsCards image(String extname, int bitpix, long... shape) {
    return new FitsCards()
        .text("XTENSION", "IMAGE", "image extension")
        .axes(bitpix, shape)
        .integer("PCOUNT", 0, "")
        .integer("GCOUNT", 1, "")
        .text("EXTNAME", extname, "");
  }

  /**
   * The mandatory cards of a binary table without heap; columns follow by {@link #column}.
   *
   * @param fields number of columns
   */
  public static FitsCards table(String extname, int rowBytes, long rows, int fields) {
    return table(extname, rowBytes, rows, fields, 0);
  }

  /**
   * The same with a heap for arrays of various lengths (FITS 4.0 section 7.3.5), right behind the
   * rows.
   */
  public static FitsCards table(
      String extname, int rowBytes, long rows, int fields, long heapBytes) {
    return new FitsCards()
        .text("XTENSION", "BINTABLE", "binary table extension")
        .axes(8, rowBytes, rows)
        .integer("PCOUNT", heapBytes, heapBytes > 0 ? "bytes of the heap" : "")
        .integer("GCOUNT", 1, "")
        .integer("TFIELDS", fields, "number of columns")
        .text("EXTNAME", extname, "");
  }

  private FitsCards axes(int bitpix, long... shape) {
    integer("BITPIX", bitpix, "bits per value, negative for floating point");
    integer("NAXIS", shape.length, "number of axes");
    for (int i = 0; i < shape.length; i++) {
      integer("NAXIS" + (i + 1), shape[i], "");
    }
    return this;
  }

  /**
   * TTYPE, TFORM and, unless empty, TUNIT of a column.
   *
   * @param number from 1
   */
  public FitsCards column(int number, String name, String form, String unit) {
    text("TTYPE" + number, name, "");
    text("TFORM" + number, form, "");
    return unit.isEmpty() ? this : text("TUNIT" + number, unit, "");
  }

  public FitsCards logical(String keyword, boolean value, String comment) {
    return fixed(keyword, value ? "T" : "F", comment);
  }

  public FitsCards integer(String keyword, long value, String comment) {
    return fixed(keyword, Long.toString(value), comment);
  }

  /**
   * A number that reads back as the same double.
   *
   * @throws IllegalArgumentException for NaN and infinities, which FITS cannot write
   */
  public FitsCards real(String keyword, double value, String comment) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(keyword + " = " + value + " cannot stand in a card");
    }
    return fixed(keyword, Double.toString(value), comment);
  }

  /**
   * A text; one that does not fit its card is continued on further cards, and then loses its
   * comment.
   */
  public FitsCards text(String keyword, String value, String comment) {
    String plain = printable(value);
    String quoted = plain.indexOf('\'') < 0 ? plain : plain.replace("'", "''");
    if (quoted.length() > LONGEST_TEXT) {
      return longText(keyword, quoted);
    }
    int card = start(keyword, true);
    int end = put(card + 10, "'" + quoted);
    // At least eight characters, as for XTENSION (FITS 4.0 section 4.2.1.1); keep '' empty.
    end = quoted.isEmpty() ? end : Math.max(end, card + 19);
    bytes[end] = '\'';
    return comment(card, Math.max(end + 1, card + VALUE_END), comment);
  }

  private FitsCards longText(String keyword, String quoted) {
    if (!saysLongStrings) {
      saysLongStrings = true;
      text("LONGSTRN", "OGIP 1.0", "long strings go on in CONTINUE cards");
    }
    int card = start(keyword, true);
    for (int from = 0; from < quoted.length(); ) {
      int to = Math.min(quoted.length(), from + LONGEST_TEXT - 1);
      to = splitsQuote(quoted, from, to) ? to - 1 : to;
      put(card + 10, "'" + quoted.substring(from, to) + (to < quoted.length() ? "&'" : "'"));
      from = to;
      if (from < quoted.length()) {
        card = start("CONTINUE", false);
      }
    }
    return this;
  }

  /** Whether a cut would part the two halves of a doubled quote. */
  private static boolean splitsQuote(String quoted, int from, int to) {
    int quotes = 0;
    for (int i = to - 1; i >= from && quoted.charAt(i) == '\''; i--) {
      quotes++;
    }
    return to < quoted.length() && quotes % 2 == 1;
  }

  /** COMMENT cards, as many as the text needs. */
  public FitsCards comment(String text) {
    return commentary("COMMENT", text);
  }

  /** HISTORY cards, as many as the text needs. */
  public FitsCards history(String text) {
    return commentary("HISTORY", text);
  }

  private FitsCards commentary(String keyword, String text) {
    String rest = printable(text);
    do {
      int card = start(keyword, false);
      int to = Math.min(rest.length(), CARD - 8);
      if (to < rest.length() && rest.lastIndexOf(' ', to) > 0) {
        to = rest.lastIndexOf(' ', to);
      }
      put(card + 8, rest.substring(0, to));
      rest = rest.substring(to).stripLeading();
    } while (!rest.isEmpty());
    return this;
  }

  private FitsCards fixed(String keyword, String value, String comment) {
    int card = start(keyword, true);
    int end = put(card + Math.max(10, VALUE_END - value.length()), value);
    return comment(card, end, comment);
  }

  private FitsCards comment(int card, int valueEnd, String comment) {
    int room = card + CARD - valueEnd - 3;
    if (!comment.isEmpty() && room > 0) {
      String text = printable(comment);
      put(valueEnd, " / " + text.substring(0, Math.min(room, text.length())));
    }
    return this;
  }

  /** Begins a blank card and gives its offset. */
  private int start(String keyword, boolean withValue) {
    if (keyword.isEmpty() || keyword.length() > 8 || !isKeyword(keyword)) {
      throw new IllegalArgumentException("'" + keyword + "' is no FITS keyword");
    }
    int card = length;
    length += CARD;
    if (length > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    Arrays.fill(bytes, card, length, (byte) ' ');
    put(card, keyword);
    if (withValue) {
      bytes[card + 8] = '=';
    }
    return card;
  }

  private static boolean isKeyword(String keyword) {
    for (int i = 0; i < keyword.length(); i++) {
      char c = keyword.charAt(i);
      if (!(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }

  private int put(int at, String text) {
    for (int i = 0; i < text.length(); i++) {
      bytes[at + i] = (byte) text.charAt(i);
    }
    return at + text.length();
  }

  private static String printable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return text.replaceAll("[^ -~]", "?");
      }
    }
    return text;
  }

  /** Bytes that {@link #toBlocks} will give for the cards so far. */
  public int blockBytes() {
    int cards = length / CARD + 3;
    return (cards * CARD + HduScanner.BLOCK - 1) / HduScanner.BLOCK * HduScanner.BLOCK;
  }

  /**
   * The header in whole blocks, with CHECKSUM, DATASUM and END; these cards stay as they are.
   *
   * @param dataSum {@link FitsChecksum#value} over the data with padding
   */
  public byte[] toBlocks(long dataSum) {
    byte[] blocks = new byte[blockBytes()];
    writeTo(ByteBuffer.wrap(blocks), dataSum);
    return blocks;
  }

  /**
   * The header in whole blocks, without CHECKSUM and DATASUM, for data that are still to come when
   * the header is sent; these cards stay as they are.
   */
  public byte[] toBlocksUnsummed() {
    byte[] end = "END".getBytes(StandardCharsets.US_ASCII);
    int needed = length + CARD;
    byte[] blocks = new byte[(needed + HduScanner.BLOCK - 1) / HduScanner.BLOCK * HduScanner.BLOCK];
    Arrays.fill(blocks, (byte) ' ');
    System.arraycopy(bytes, 0, blocks, 0, length);
    System.arraycopy(end, 0, blocks, length, end.length);
    return blocks;
  }

  /** Puts {@link #toBlocks} at the position of a buffer with that much room. */
  void writeTo(ByteBuffer out, long dataSum) {
    int cardsBefore = length;
    int start = out.position();
    int checksumCard = length;
    text("CHECKSUM", "0000000000000000", "HDU checksum");
    text("DATASUM", Long.toString(dataSum), "data unit checksum");
    out.put(bytes, 0, length);
    length = cardsBefore;
    out.put("END".getBytes(StandardCharsets.US_ASCII));
    int end = start + blockBytes();
    while (out.position() < end) {
      out.put((byte) ' ');
    }
    long sum = FitsChecksum.sum(FitsChecksum.of(out.duplicate().flip().position(start)), dataSum);
    String encoded = FitsChecksum.encode(sum);
    for (int i = 0; i < encoded.length(); i++) {
      out.put(start + checksumCard + 11 + i, (byte) encoded.charAt(i));
    }
  }
}
