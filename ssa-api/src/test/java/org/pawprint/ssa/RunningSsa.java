package org.pawprint.ssa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.pawprint.embedded.DatabaseLogin;
import org.pawprint.embedded.DatabaseRole;
import org.pawprint.service.ServiceLauncher;
import org.pawprint.testkit.TestDatabase;
import org.springframework.context.ConfigurableApplicationContext;

/** The service, started with its own configuration file on free ports over a test database. */
final class RunningSsa implements AutoCloseable {
  static final String SSA_BASE = "https://archive.example/ssa";
  static final String DATALINK_BASE = "https://archive.example/data";

  private final ConfigurableApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();

  RunningSsa(TestDatabase database) {
    DatabaseLogin login = database.login(DatabaseRole.SSA);
    context =
        ServiceLauncher.start(
            SsaApiApplication.class,
            SsaApiApplication.NAME,
            Map.of(
                "spring.datasource.url",
                login.jdbcUrl(),
                "spring.datasource.username",
                login.user(),
                "spring.datasource.password",
                login.password(),
                "spring.datasource.hikari.connection-timeout",
                "1000",
                "server.port",
                "0",
                "management.server.port",
                "0",
                "pawprint.public-base.ssa",
                SSA_BASE,
                "pawprint.public-base.datalink",
                DATALINK_BASE));
  }

  URI uri(String pathAndQuery) {
    return URI.create(
        "http://127.0.0.1:"
            + context.getEnvironment().getProperty("local.server.port")
            + pathAndQuery);
  }

  Answer get(String pathAndQuery) {
    return send(HttpRequest.newBuilder(uri(pathAndQuery)).build());
  }

  /** With one more header. */
  HttpResponse<byte[]> exchange(String pathAndQuery, String header, String value) {
    return exchange(HttpRequest.newBuilder(uri(pathAndQuery)).header(header, value).build());
  }

  Answer getAccepting(String pathAndQuery, String mediaType) {
    return send(HttpRequest.newBuilder(uri(pathAndQuery)).header("Accept", mediaType).build());
  }

  /** Searches with these parameters beside the operation. */
  Answer search(String parameters) {
    return get("/vo/ssa/query?REQUEST=queryData&" + parameters);
  }

  Answer post(String path, String contentType, String body) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  private Answer send(HttpRequest request) {
    HttpResponse<byte[]> response = exchange(request);
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.body());
  }

  private HttpResponse<byte[]> exchange(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an answer", e);
    }
  }

  @Override
  public void close() {
    context.close();
  }

  /** What came back. */
  record Answer(int status, String contentType, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    ParsedVoTable voTable() {
      return ParsedVoTable.of(body);
    }
  }
}
