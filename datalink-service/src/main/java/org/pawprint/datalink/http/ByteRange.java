package org.pawprint.datalink.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file.
 *
 * @param first offset of the first byte
 * @param last offset of the last byte, inclusive; before {@code first} in an empty file
 */
record ByteRange(long first, long last) {
  private static final Pattern SINGLE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

  static ByteRange whole(long length) {
    return new ByteRange(0, length - 1);
  }

  long length() {
    return last - first + 1;
  }

  /** The Content-Range header of a 206. */
  String contentRange(long length) {
    return "bytes " + first + "-" + last + "/" + length;
  }

  /**
   * What a Range header asks for (RFC 9110, 14.1.2). A header of another unit, of several ranges or
   * of no sense is ignored, as RFC 9110, 14.2 allows: the whole file is the answer.
   *
   * @return empty when the range begins behind the end of the file
   */
  static Optional<ByteRange> of(@Nullable String header, long length) {
    Matcher m = SINGLE.matcher(header == null ? "" : header);
    if (!m.matches() || (m.group(1).isEmpty() && m.group(2).isEmpty())) {
      return Optional.of(whole(length));
    }
    if (m.group(1).isEmpty()) {
      long suffix = Long.parseLong(m.group(2));
      return suffix == 0
          ? Optional.empty()
          : Optional.of(new ByteRange(Math.max(0, length - suffix), length - 1));
    }
    long first = Long.parseLong(m.group(1));
    long last = m.group(2).isEmpty() ? length - 1 : Long.parseLong(m.group(2));
    if (last < first && !m.group(2).isEmpty()) {
      return Optional.of(whole(length));
    }
    return first >= length
        ? Optional.empty()
        : Optional.of(new ByteRange(first, Math.min(last, length - 1)));
  }
}
