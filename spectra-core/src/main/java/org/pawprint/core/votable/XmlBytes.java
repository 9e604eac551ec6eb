package org.pawprint.core.votable;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/** XML text in UTF-8, gathered in memory until {@link #drain} hands it on. */
public final class XmlBytes {
  private static final int START_BYTES = 1 << 16;

  /** The longest stand-in for one char: {@code &quot;}. */
  private static final int BYTES_PER_CHAR = 6;

  private static final boolean[] PLAIN = new boolean[128];

  static {
    Arrays.fill(PLAIN, ' ', 128, true);
    PLAIN['\t'] = true;
    PLAIN['\n'] = true;
    PLAIN['<'] = false;
    PLAIN['>'] = false;
    PLAIN['&'] = false;
    PLAIN['"'] = false;
  }

  private byte[] bytes = new byte[START_BYTES];
  private int size;

  XmlBytes() {}

  int size() {
    return size;
  }

  /** Forgets what was written since the buffer had this size. */
  void rollBack(int earlierSize) {
    size = earlierSize;
  }

  void drain(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
    size = 0;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      int needed = Math.addExact(size, more);
      bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * needed));
    }
  }

  /** Markup of our own, ASCII, not escaped. */
  XmlBytes ascii(String markup) {
    int length = markup.length();
    room(length);
    for (int i = 0; i < length; i++) {
      bytes[size++] = (byte) markup.charAt(i);
    }
    return this;
  }

  /** ASCII bytes as they are. */
  XmlBytes ascii(byte[] markup, int length) {
    room(length);
    System.arraycopy(markup, 0, bytes, size, length);
    size += length;
    return this;
  }

  /** Escaped text; characters that XML 1.0 cannot hold are left out. */
  XmlBytes text(CharSequence text) {
    return string(text.toString());
  }

  private XmlBytes string(String text) {
    int length = text.length();
    room(Math.multiplyExact(length, BYTES_PER_CHAR));
    byte[] to = bytes;
    int at = size;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < 128 && PLAIN[c]) {
        to[at++] = (byte) c;
      } else {
        size = at;
        i += special(text, i);
        at = size;
      }
    }
    size = at;
    return this;
  }

  /** Writes one character that needs care; returns 1 if it took a second char with it. */
  private int special(String text, int i) {
    char c = text.charAt(i);
    if (c < 128) {
      ascii(stand(c));
      return 0;
    }
    if (!Character.isSurrogate(c)) {
      if (c < 0xFFFE) {
        utf8(c);
      }
      return 0;
    }
    boolean pair =
        Character.isHighSurrogate(c)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1));
    if (!pair) {
      return 0;
    }
    utf8(Character.toCodePoint(c, text.charAt(i + 1)));
    return 1;
  }

  private static String stand(char c) {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '"' -> "&quot;";
      case '\r' -> "&#13;";
      default -> "";
    };
  }

  private void utf8(int c) {
    if (c < 0x800) {
      bytes[size++] = (byte) (0xC0 | (c >> 6));
    } else {
      if (c < 0x10000) {
        bytes[size++] = (byte) (0xE0 | (c >> 12));
      } else {
        bytes[size++] = (byte) (0xF0 | (c >> 18));
        bytes[size++] = (byte) (0x80 | ((c >> 12) & 0x3F));
      }
      bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
    }
    bytes[size++] = (byte) (0x80 | (c & 0x3F));
  }

  /** An attribute with a blank before it, or nothing for an empty value. */
  XmlBytes attribute(String name, String value) {
    return value.isEmpty() ? this : requiredAttribute(name, value);
  }

  XmlBytes requiredAttribute(String name, String value) {
    ascii(" ").ascii(name).ascii("=\"");
    // Line ends and tabs in attributes would be read back as blanks.
    int start = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\n' || c == '\t') {
        text(value.substring(start, i)).ascii(c == '\n' ? "&#10;" : "&#9;");
        start = i + 1;
      }
    }
    return text(start == 0 ? value : value.substring(start)).ascii("\"");
  }

  XmlBytes openCell() {
    room(4);
    byte[] to = bytes;
    int at = size;
    to[at] = '<';
    to[at + 1] = 'T';
    to[at + 2] = 'D';
    to[at + 3] = '>';
    size = at + 4;
    return this;
  }

  XmlBytes closeCell() {
    room(5);
    byte[] to = bytes;
    int at = size;
    to[at] = '<';
    to[at + 1] = '/';
    to[at + 2] = 'T';
    to[at + 3] = 'D';
    to[at + 4] = '>';
    size = at + 5;
    return this;
  }

  XmlBytes number(long value) {
    room(DecimalText.MAX_BYTES);
    size = DecimalText.writeLong(value, bytes, size);
    return this;
  }

  XmlBytes number(double value) {
    room(DecimalText.MAX_BYTES);
    size = DecimalText.write(value, bytes, size);
    return this;
  }

  XmlBytes number(float value) {
    room(DecimalText.MAX_BYTES);
    size = DecimalText.write(value, bytes, size);
    return this;
  }

  /** DALI timestamp in UTC, milliseconds, no zone: {@code 2026-11-22T03:04:05.678}. */
  XmlBytes timestamp(Instant instant) {
    LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    padded(utc.getYear(), 4).ascii("-").padded(utc.getMonthValue(), 2).ascii("-");
    padded(utc.getDayOfMonth(), 2).ascii("T").padded(utc.getHour(), 2).ascii(":");
    padded(utc.getMinute(), 2).ascii(":").padded(utc.getSecond(), 2).ascii(".");
    return padded(utc.getNano() / 1_000_000, 3);
  }

  private XmlBytes padded(int value, int width) {
    room(DecimalText.MAX_BYTES);
    int limit = 10;
    for (int i = 1; i < width; i++) {
      if (value < limit) {
        bytes[size++] = '0';
      }
      limit *= 10;
    }
    return number(value);
  }
}
