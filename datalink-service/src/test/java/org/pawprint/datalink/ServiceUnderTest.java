package org.pawprint.datalink;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.pawprint.embedded.DatabaseLogin;
import org.pawprint.embedded.DatabaseRole;
import org.pawprint.service.ServiceLauncher;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service over HTTP, logged in to the catalogue with its own role. */
final class ServiceUnderTest implements AutoCloseable {
  static final String PUBLIC_BASE = "https://archive.example/pawprint";

  private static final Path SAMPLES = Path.of("target", "datalink-samples");

  private final ConfigurableApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;

  ServiceUnderTest(TestArchive archive, Map<String, Object> more) {
    DatabaseLogin login = archive.database().login(DatabaseRole.DATALINK);
    Map<String, Object> settings = new HashMap<>();
    settings.put("server.port", 0);
    settings.put("management.server.port", 0);
    settings.put("spring.datasource.url", login.jdbcUrl());
    settings.put("spring.datasource.username", login.user());
    settings.put("spring.datasource.password", login.password());
    settings.put("pawprint.public-base.datalink", PUBLIC_BASE);
    settings.put("pawprint.datalink.segments", archive.segmentFolder());
    settings.put("pawprint.datalink.originals", archive.originalFolder());
    settings.putAll(more);
    context = ServiceLauncher.start(DatalinkApplication.class, DatalinkApplication.NAME, settings);
    base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  static String encoded(Object text) {
    return URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
  }

  URI uri(String pathAndQuery) {
    return URI.create(base + pathAndQuery);
  }

  HttpResponse<byte[]> get(String pathAndQuery, String... headers)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(pathAndQuery)), headers);
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request, String... headers)
      throws IOException, InterruptedException {
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** The whole answer to a target that {@link java.net.URI} would refuse, head and body. */
  String rawGet(String target) throws IOException {
    int port = uri("").getPort();
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String request =
          "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  HttpResponse<byte[]> post(String path, String contentType, String body)
      throws IOException, InterruptedException {
    return post(path, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  HttpResponse<byte[]> post(String path, String contentType, byte[] body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofByteArray(body)),
        "Content-Type",
        contentType);
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /** Keeps an answer for the checks with other readers. */
  static void keep(String name, HttpResponse<byte[]> response) throws IOException {
    Files.createDirectories(SAMPLES);
    Files.write(SAMPLES.resolve(name), response.body());
  }

  @Override
  public void close() {
    context.close();
  }
}
