package org.pawprint.datalink;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spectra named by a search; in its place stands a server that answers as ssa-api does. */
class BulkQueryIT extends FixtureTests {
  private static final int LIMIT = 5;
  private static final String JSON = "application/json";
  private static final String VOTABLE = "application/x-votable+xml";
  private static final String COLUMNS =
      "{\"columns\": [\n{\"name\": \"score\", \"datatype\": \"double\"},\n{\"name\":"
          + " \"obs_publisher_did\", \"datatype\": \"char\"}],\n\"data\": [";

  private static final List<String> asked = new CopyOnWriteArrayList<>();
  private static HttpServer search;

  /** What the search answers; status 0 is a connection that is cut. */
  private record Reply(int status, String type, String body) {}

  private static volatile Reply reply = new Reply(0, "", "");

  @BeforeAll
  static void start() throws Exception {
    search = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    search.createContext("/", BulkQueryIT::answer);
    search.start();
    String address = "http://127.0.0.1:" + search.getAddress().getPort() + "/archive/";
    serveFixture(
        Map.of("pawprint.datalink.search-url", address, "pawprint.datalink.max-bulk-ids", LIMIT));
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
      if (reply.status() == 0) {
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", reply.type());
      exchange.getResponseHeaders().set("Location", "/elsewhere");
      byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @BeforeEach
  void forget() {
    asked.clear();
  }

  @AfterAll
  static void stopSearch() {
    search.stop(0);
  }

  private static String found(String end, Object... dids) {
    return COLUMNS
        + Arrays.stream(dids)
            .map(did -> "\n[null, \"" + did + "\"]")
            .collect(Collectors.joining(","))
        + "],\n"
        + end
        + "}\n";
  }

  private static HttpResponse<byte[]> post(String query, String ids) throws Exception {
    return service.post(
        "/vo/spectra?RESPONSEFORMAT=zip&QUERY=" + ServiceUnderTest.encoded(query),
        "text/plain",
        ids);
  }

  private static List<byte[]> unzipped(HttpResponse<byte[]> response) throws IOException {
    assertThat(response.statusCode()).as(ServiceUnderTest.text(response)).isEqualTo(200);
    List<byte[]> files = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(response.body()))) {
      while (in.getNextEntry() != null) {
        files.add(in.readAllBytes());
      }
    }
    return files;
  }

  /** The last file, which is a text. */
  private static String missing(HttpResponse<byte[]> response) throws IOException {
    List<byte[]> files = unzipped(response);
    return new String(files.get(files.size() - 1), StandardCharsets.UTF_8);
  }

  private static byte[] single(Object did) throws Exception {
    return service.get("/vo/slink?RESPONSEFORMAT=fits&ID=" + ServiceUnderTest.encoded(did)).body();
  }

  @Test
  void answersWhatTheSearchFindsInItsOrderBehindTheIdsOfTheRequest() throws Exception {
    reply = new Reply(200, JSON, found("\"query_status\": \"OK\"", fixture.red, fixture.blue));

    HttpResponse<byte[]> response =
        post(
            "TARGETNAME=SN%202026a&amp=%26+%23&responseformat=votable", fixture.blueOld.toString());

    assertThat(unzipped(response))
        .containsExactly(single(fixture.blueOld), single(fixture.red), single(fixture.blue));
    assertThat(asked)
        .containsExactly(
            "POST /archive/vo/ssa/query TARGETNAME=SN+2026a&amp=%26+%23&REQUEST=queryData&RESPONSEFORMAT=json");
  }

  @Test
  void saysThatThereIsMoreThanMaxrec() throws Exception {
    reply =
        new Reply(
            200,
            JSON,
            found("\"query_status\": \"OVERFLOW\",\n\"next_page\": \"t0k\"", fixture.red));

    assertThat(missing(post("REQUEST=queryData&MAXREC=1", "")))
        .isEqualTo(
            "QUERY\tthe search found more than these 1: ask with a larger MAXREC, or the rest with"
                + " PAGE=t0k\n");
    assertThat(asked.get(0)).endsWith(" REQUEST=queryData&MAXREC=1&RESPONSEFORMAT=json");
  }

  @Test
  void saysThatNothingWasFoundAndWhy() throws Exception {
    reply =
        new Reply(200, JSON, found("\"query_status\": \"OK\",\n\"notes\": \"No such\\ttarget.\""));

    assertThat(missing(post("TARGETNAME=nobody", "")))
        .isEqualTo("QUERY\tthe search found no spectra. No such target.\n");
  }

  private static String votable(String infos) {
    return "<?xml version='1.0'?><VOTABLE version='1.4'><RESOURCE type='results'>"
        + infos
        + "</RESOURCE></VOTABLE>";
  }

  static Stream<Arguments> failures() {
    String error = "<INFO name='QUERY_STATUS' value='ERROR'>POS: 'x' &amp; y</INFO>";
    String data = COLUMNS + "\n[1, \"ivo://a.b/c?d/e\"]";
    return Stream.of(
        Arguments.of(400, VOTABLE, votable(error), 400, "QUERY: the search says: POS: 'x' & y"),
        Arguments.of(200, VOTABLE, votable(error), 400, "QUERY: the search says: POS: 'x' & y"),
        Arguments.of(503, VOTABLE, votable(error), 503, "the search says: POS: 'x' & y"),
        Arguments.of(429, VOTABLE, votable(error), 429, "the search says: POS: 'x' & y"),
        Arguments.of(429, "text/html", "<p>", 429, "the search answers with status 429"),
        Arguments.of(
            200, VOTABLE, votable(""), 400, "'A=b' received, expected a search that lists spectra"),
        Arguments.of(404, "text/html", "<p>", 503, "the search answers with status 404"),
        Arguments.of(302, "text/html", "", 503, "the search answers with status 302"),
        Arguments.of(0, "", "", 503, "the search cannot be reached now"),
        Arguments.of(200, JSON, data, 503, "the answer of the search broke off"),
        Arguments.of(200, JSON, data + "]}", 503, "the search ended early: no status"),
        Arguments.of(
            200,
            JSON,
            data + "], \"query_status\": \"ERROR: too slow\"}",
            503,
            "the search ended early: ERROR: too slow"),
        Arguments.of(
            200,
            JSON,
            "{\"columns\": [{\"name\": \"x\"}], \"data\": []}",
            503,
            "the answer of the search has no column obs_publisher_did"),
        Arguments.of(
            200,
            JSON,
            found("\"query_status\": \"OK\"", Collections.nCopies(LIMIT + 1, "i").toArray()),
            400,
            "'more than 5 IDs' received"));
  }

  /** A redirect is not followed: the search is asked once. */
  @ParameterizedTest
  @MethodSource("failures")
  void tellsWhyTheSearchHasNoAnswer(int status, String type, String body, int own, String words)
      throws Exception {
    reply = new Reply(status, type, body);

    HttpResponse<byte[]> response = post("A=b", "");

    assertThat(ServiceUnderTest.text(response)).contains(words);
    assertThat(response.statusCode()).isEqualTo(own);
    assertThat(asked).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"TARGETNAME", "A=%zz", "http://127.0.0.1:1/vo/ssa/query?POS=1,2&SIZE=1", "A b=c"})
  void asksNothingThatIsNoQuery(String query) throws Exception {
    HttpResponse<byte[]> response = post(query, "");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(ServiceUnderTest.text(response))
        .startsWith("UsageFault: QUERY: '" + query + "' received, expected name=value pairs");
    assertThat(asked).isEmpty();
  }

  /** A query cut short would be another query. */
  @Test
  void refusesAQueryThatIsTooLongInAnyForm() throws Exception {
    String query = "TARGETNAME=" + "x".repeat(17_000);
    String parts =
        "--b\r\nContent-Disposition: form-data; name=\"QUERY\"\r\n\r\n" + query + "\r\n--b--\r\n";

    HttpResponse<byte[]> multipart =
        service.post("/vo/spectra", "multipart/form-data; boundary=b", parts);
    HttpResponse<byte[]> form =
        service.post(
            "/vo/spectra",
            "application/x-www-form-urlencoded",
            "QUERY=" + ServiceUnderTest.encoded(query));

    assertThat(multipart.statusCode()).isEqualTo(400);
    assertThat(ServiceUnderTest.text(multipart)).contains("a value below 16 kB");
    assertThat(form.statusCode()).isEqualTo(400);
    assertThat(ServiceUnderTest.text(form)).contains("each below 16 kB");
    assertThat(asked).isEmpty();
  }

  @Test
  void takesOneQuery() throws Exception {
    HttpResponse<byte[]> response = service.post("/vo/spectra?QUERY=A%3D1&QUERY=A%3D2", "x/y", "");

    assertThat(ServiceUnderTest.text(response)).contains("QUERY: 'A=1' and 'A=2' received");
    assertThat(asked).isEmpty();
  }
}
