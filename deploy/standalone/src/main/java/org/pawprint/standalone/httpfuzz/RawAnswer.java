package org.pawprint.standalone.httpfuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/**
 * What came back over a socket of its own, read to its end or to a limit.
 *
 * @param status 0 where no status line came
 * @param text headers and body, at most the first part of them
 */
record RawAnswer(int status, String text, double millis, boolean timedOut) {
  private static final int MOST_TEXT = 1 << 18;

  static RawAnswer to(HostileRequest request, int port, int limitMillis) throws IOException {
    long began = System.nanoTime();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), limitMillis);
      socket.setSoTimeout(limitMillis);
      OutputStream out = socket.getOutputStream();
      String head = request.head() + "Host: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n";
      boolean cut = !sent(out, head.getBytes(StandardCharsets.ISO_8859_1), request.body());
      StringBuilder text = new StringBuilder();
      boolean timedOut = false;
      try {
        read(socket.getInputStream(), text);
      } catch (SocketTimeoutException e) {
        timedOut = true;
      } catch (IOException e) {
        // A server that refuses a long body may close while it is being sent.
        if (!cut && text.isEmpty()) {
          throw e;
        }
      }
      return new RawAnswer(
          status(text), text.toString(), (System.nanoTime() - began) / 1e6, timedOut);
    }
  }

  /** Whether all of the request went out. */
  private static boolean sent(OutputStream out, byte[] head, byte[] body) {
    try {
      out.write(head);
      out.write(body);
      out.flush();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void read(InputStream in, StringBuilder text) throws IOException {
    byte[] buffer = new byte[1 << 16];
    int n = in.read(buffer);
    while (n >= 0) {
      if (text.length() < MOST_TEXT) {
        text.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
      }
      n = in.read(buffer);
    }
  }

  private static int status(CharSequence text) {
    String line = text.subSequence(0, Math.min(12, text.length())).toString();
    return line.matches("HTTP/1\\.1 \\d{3}") ? Integer.parseInt(line.substring(9)) : 0;
  }
}
