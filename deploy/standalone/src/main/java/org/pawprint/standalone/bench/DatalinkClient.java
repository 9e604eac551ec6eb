package org.pawprint.standalone.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.pawprint.standalone.archive.RunningArchive;

/** Asks the datalink service and counts the bytes of the answers. Safe for several threads. */
final class DatalinkClient {
  private static final int CHUNK = 1 << 16;

  private final RunningArchive archive;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  DatalinkClient(RunningArchive archive) {
    this.archive = archive;
  }

  private URI uri(String pathAndQuery) {
    return archive.ports().uri(archive.ports().datalink()).resolve(pathAndQuery);
  }

  /** Bytes of an answer to GET. */
  long get(String pathAndQuery) throws IOException {
    try {
      HttpResponse<byte[]> answer =
          http.send(
              HttpRequest.newBuilder(uri(pathAndQuery)).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      check(pathAndQuery, answer.statusCode());
      return answer.body().length;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Bytes of an answer to POST, which are read and forgotten as they come. */
  long post(String pathAndQuery, String contentType, String body) throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    HttpURLConnection connection = (HttpURLConnection) uri(pathAndQuery).toURL().openConnection();
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", contentType);
    connection.setFixedLengthStreamingMode(content.length);
    connection.getOutputStream().write(content);
    check(pathAndQuery, connection.getResponseCode());
    long bytes = 0;
    byte[] chunk = new byte[CHUNK];
    try (InputStream answer = connection.getInputStream()) {
      for (int read = answer.read(chunk); read >= 0; read = answer.read(chunk)) {
        bytes += read;
      }
    }
    return bytes;
  }

  private static void check(String pathAndQuery, int status) throws IOException {
    if (status != HttpURLConnection.HTTP_OK) {
      throw new IOException(pathAndQuery + " answered " + status);
    }
  }
}
