package org.pawprint.datalink.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.pawprint.core.dali.ParameterFaults;

/**
 * Reads {@code name=value} pairs one by one as they come, however many there are; the container
 * would first hold them all, and only up to its own limit.
 */
final class FormPairs {
  /** The longest pair worth reading, in bytes. */
  private static final char NOT_UTF_8 = '\uFFFD';

  private static final int LONGEST = 16_384;

  private FormPairs() {}

  /**
   * @param in buffered
   * @throws ParameterFaults for what is no such encoding
   */
  static void read(InputStream in, BiConsumer<String, String> pairs) throws IOException {
    ByteArrayOutputStream pair = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '&') {
        accept(pair, pairs);
      } else if (pair.size() == LONGEST) {
        throw wrong(pair);
      } else {
        pair.write(b);
      }
    }
    accept(pair, pairs);
  }

  private static void accept(ByteArrayOutputStream bytes, BiConsumer<String, String> pairs) {
    String pair = bytes.toString(StandardCharsets.UTF_8).strip();
    int equals = pair.indexOf('=');
    if (pair.isEmpty()) {
      return;
    }
    if (equals < 0) {
      throw wrong(bytes);
    }
    try {
      pairs.accept(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
    } catch (IllegalArgumentException e) {
      throw wrong(bytes);
    }
    bytes.reset();
  }

  /** The decoder puts a sign of its own for bytes that are no UTF-8. */
  private static String decoded(String text) {
    String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
    if (decoded.indexOf(NOT_UTF_8) >= 0) {
      throw new IllegalArgumentException("not UTF-8");
    }
    return decoded;
  }

  private static ParameterFaults wrong(ByteArrayOutputStream pair) {
    return ParameterFaults.of(
        "form",
        pair.toString(StandardCharsets.UTF_8),
        "name=value pairs joined by &, in UTF-8, a % as %25, each below 16 kB; a list of IDs is"
            + " sent as Content-Type text/plain");
  }
}
