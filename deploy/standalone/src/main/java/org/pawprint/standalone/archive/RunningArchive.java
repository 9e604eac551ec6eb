package org.pawprint.standalone.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.pawprint.embedded.BrokerLogin;
import org.pawprint.embedded.DatabaseRole;
import org.pawprint.embedded.EmbeddedBroker;
import org.pawprint.store.catalogue.RowImport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running standalone, over HTTP: searches, and the operators' paths with the installation's
 * token.
 */
public final class RunningArchive {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A million rows take a minute or two. */
  private static final Duration PATIENCE_WITH_TABLES = Duration.ofHours(1);

  private final Ports ports;
  private final DataFolder data;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final JsonMapper json = JsonMapper.builder().build();

  public RunningArchive(Ports ports, DataFolder data) {
    this.ports = ports;
    this.data = data;
  }

  public Ports ports() {
    return ports;
  }

  public DataFolder data() {
    return data;
  }

  /** Login of the embedded broker, by the installation's secrets. */
  public BrokerLogin broker() throws IOException {
    data.requireInstallation();
    return EmbeddedBroker.loginOf(data.root(), ports.broker());
  }

  /** Rows for measurements, written as the owner of the embedded catalogue. */
  public RowImport rowImport() {
    String owner = DatabaseRole.OWNER.roleName();
    return new RowImport(
        "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + DataFolder.DATABASE,
        owner,
        data.secrets().secret("postgres-" + owner));
  }

  /** Answer of an SSA search, as it came. */
  public String search(Map<String, String> parameters) throws IOException {
    return text(
        HttpRequest.newBuilder(
            ports.uri(ports.ssa()).resolve("/vo/ssa/query?" + query(parameters))));
  }

  /** A text from the datalink service. */
  public String datalink(String pathAndQuery) throws IOException {
    return text(HttpRequest.newBuilder(ports.uri(ports.datalink()).resolve(pathAndQuery)));
  }

  /** JSON from an operators' path of reduction-listener. */
  public JsonNode ops(String pathAndQuery) throws IOException {
    return json.readTree(text(operator(pathAndQuery)));
  }

  /** Posts JSON to an operators' path of reduction-listener; JSON comes back. */
  public JsonNode opsPost(String path, Map<String, ?> body) throws IOException {
    return post(operator(path), body);
  }

  /** Posts JSON to an operators' path of catalogue-service; JSON comes back. */
  public JsonNode cataloguePost(String pathAndQuery, Map<String, ?> body) throws IOException {
    return post(operator(ports.catalogue(), pathAndQuery), body);
  }

  /**
   * Streams a file to an operators' path of catalogue-service; JSON comes back.
   *
   * @param parameters of the query
   */
  public JsonNode cataloguePut(String path, Map<String, String> parameters, Path file)
      throws IOException {
    return json.readTree(
        text(
            operator(ports.catalogue(), path + "?" + query(parameters))
                .PUT(HttpRequest.BodyPublishers.ofFile(file)),
            PATIENCE_WITH_TABLES));
  }

  private JsonNode post(HttpRequest.Builder request, Map<String, ?> body) throws IOException {
    return json.readTree(
        text(
            request
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))));
  }

  /** Streams a file into the inbox; the answer says where it lies. */
  public JsonNode upload(Path file) throws IOException {
    return upload(String.valueOf(file.getFileName()), HttpRequest.BodyPublishers.ofFile(file));
  }

  /** Streams what is left of a stream into the inbox; the answer says where it lies. */
  public JsonNode upload(String name, InputStream content) throws IOException {
    return upload(name, HttpRequest.BodyPublishers.ofInputStream(() -> content));
  }

  private JsonNode upload(String name, HttpRequest.BodyPublisher content) throws IOException {
    return json.readTree(text(operator("/ops/inbox/" + encode(name)).PUT(content)));
  }

  /** An answer that says no, for good: status 400 to 499. */
  public static final class Refused extends IOException {
    @Serial private static final long serialVersionUID = 1L;
    private final int status;
    private final String reason;

    Refused(int status, String message, String reason) {
      super(message);
      this.status = status;
      this.reason = reason;
    }

    /** Whether what was asked for does not exist. */
    public boolean isNotFound() {
      return status == 404;
    }

    /** The service's own words. */
    public String reason() {
      return reason;
    }
  }

  private HttpRequest.Builder operator(String pathAndQuery) throws IOException {
    return operator(ports.listener(), pathAndQuery);
  }

  private HttpRequest.Builder operator(int port, String pathAndQuery) throws IOException {
    data.requireInstallation();
    return HttpRequest.newBuilder(ports.uri(port).resolve(pathAndQuery))
        .header("Authorization", "Bearer " + data.opsToken());
  }

  private String text(HttpRequest.Builder request) throws IOException {
    return text(request, PATIENCE);
  }

  private String text(HttpRequest.Builder request, Duration patience) throws IOException {
    HttpRequest built = request.timeout(patience).build();
    HttpResponse<String> answer = send(built);
    if (answer.statusCode() >= 400) {
      String message =
          "%s answered %d: %s".formatted(built.uri(), answer.statusCode(), answer.body().strip());
      throw answer.statusCode() < 500
          ? new Refused(answer.statusCode(), message, answer.body().strip())
          : new IOException(message);
    }
    return answer.body();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (ConnectException e) {
      throw new IOException(
          "nothing answers at " + root(request.uri()) + "; is './pawprint serve' running there?",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String root(URI uri) {
    return uri.getScheme() + "://" + uri.getAuthority();
  }

  private static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(p -> p.getKey() + "=" + encode(p.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** A text as part of a path or query. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
