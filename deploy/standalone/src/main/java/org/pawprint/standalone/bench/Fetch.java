package org.pawprint.standalone.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One GET over a kept connection, read to its end and thrown away.
 *
 * @param bytes of the body
 * @param millis from the request to the last byte
 * @param millisToMark from the request to the buffer that holds the mark; NaN where there is none
 */
record Fetch(long bytes, double millis, double millisToMark) {
  private static final int BUFFER = 1 << 16;

  /**
   * @param mark text to wait for, such as {@code <TR>} for the first row; empty for none
   * @throws IOException for any status but 200
   */
  static Fetch of(URI uri, String mark) throws IOException {
    long began = System.nanoTime();
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
      throw new IOException(connection.getResponseCode() + " for " + uri);
    }
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    double seen = Double.NaN;
    try (InputStream in = connection.getInputStream()) {
      int n = in.read(buffer);
      while (n >= 0) {
        bytes += n;
        if (!mark.isEmpty() && Double.isNaN(seen) && holds(buffer, n, mark)) {
          seen = millisSince(began);
        }
        n = in.read(buffer);
      }
    }
    return new Fetch(bytes, millisSince(began), seen);
  }

  private static boolean holds(byte[] buffer, int length, String mark) {
    return new String(buffer, 0, length, StandardCharsets.ISO_8859_1).contains(mark);
  }

  private static double millisSince(long began) {
    return (System.nanoTime() - began) / 1e6;
  }
}
