package org.pawprint.ssa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsLimits;
import org.pawprint.core.fits.FitsTable;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.ssa.RunningSsa.Answer;
import org.pawprint.store.search.Caller;
import org.pawprint.store.search.CatalogueView;
import org.pawprint.store.search.ObsCoreQuery;
import org.pawprint.store.search.ObsCoreRows;
import org.pawprint.store.search.ObsCoreSearch;
import org.pawprint.store.search.Versions;
import org.pawprint.testkit.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service does around the search: faults, rights, long answers, its own state. */
class SsaServiceIT {
  private static final int COPIES = 20_000;

  private static TestDatabase database;
  private static RunningSsa ssa;

  @BeforeAll
  static void start() throws SQLException {
    database = TestDatabase.migrated();
    SeededCatalogue.insert(database, Seeds.all());
    SeededCatalogue.insertCopies(database, COPIES);
    ssa = new RunningSsa(database);
  }

  @AfterAll
  static void stop() {
    ssa.close();
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POS=10                          | POS
          POS=10,x                        | POS
          POS=10,91                       | POS
          POS=10,20;ECLIPTIC              | POS
          POS=12:30:00,-10                | POS
          POS=1,2&POS=1,3                 | POS
          POS=1,2&SIZE=0                  | SIZE
          SIZE=-1                         | SIZE
          SIZE=361                        | SIZE
          BAND=Visual                     | BAND
          BAND=-5e-7                      | BAND
          BAND=5e-7;sideways              | BAND
          BAND=5e-7;source&BAND=6e-7      | BAND
          TIME=yesterday                  | TIME
          TIME=2021-13                    | TIME
          MTIME=2021,2022                 | MTIME
          MAXREC=-1                       | MAXREC
          MAXREC=many                     | MAXREC
          TOP=0                           | TOP
          VERSION=2.0                     | VERSION
          VERSION=1.04                    | VERSION
          SNR=high                        | SNR
          REDSHIFT=z                      | REDSHIFT
          FLUXCALIB=perfect               | FLUXCALIB
          """)
  @DisplayName("Known but malformed: an error document naming the parameter (SSA-1.1 8.10)")
  void reports(String parameters, String parameter) {
    Answer answer = ssa.search(parameters);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.contentType()).isEqualTo("application/x-votable+xml");
    assertThat(answer.voTable().status()).isEqualTo("ERROR");
    assertThat(answer.voTable().statusText()).startsWith(parameter + ": ").contains("expected");
    assertThat(answer.voTable().elements("TABLE")).isEmpty();
  }

  @Test
  void reportsAllFaultsTogether() {
    assertThat(ssa.get("/vo/ssa/query?POS=x&SIZE=y&TIME=z").voTable().statusText())
        .contains("REQUEST: ", "POS: 'x'", "SIZE: 'y'", "TIME: 'z'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/vo/ssa/query",
        "/vo/ssa/query?REQUEST=getData",
        "/vo/ssa/query?REQUEST=queryData&POS=%zz",
        "/vo/ssa/query?REQUEST=queryData&TARGETNAME=a%00b"
      })
  void answersNonsenseWithAnErrorDocument(String path) throws IOException {
    Answer answer = raw(path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).doesNotContain("java.", "org.");
    assertThat(answer.voTable().status()).isEqualTo("ERROR");
  }

  @ParameterizedTest
  @CsvSource({
    "multipart/form-data, form",
    "multipart/form-data; boundary=b, form",
    "application/x-www-form-urlencoded, form"
  })
  void namesAFormThatCannotBeRead(String contentType, String what) {
    String body = "--b\r\nContent-Disposition: form-data; name=\"POS\"\r\n\r\n%zz".repeat(3);

    Answer answer = ssa.post("/vo/ssa/query", contentType, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.voTable().statusText()).startsWith(what + ": ").contains("expected");
  }

  @Test
  void describesItselfInXmlWhateverIsAccepted() {
    assertThat(ssa.getAccepting("/vo/ssa/capabilities", "application/json").contentType())
        .isEqualTo("text/xml");
    assertThat(ssa.getAccepting("/vo/ssa/availability", "application/json").contentType())
        .isEqualTo("text/xml");
    assertThat(ssa.getAccepting("/vo/dap/capabilities", "application/json").contentType())
        .isEqualTo("text/xml");
  }

  /** Over a plain socket, since a client library refuses to send such addresses. */
  private static Answer raw(String path) throws IOException {
    try (java.net.Socket socket = new java.net.Socket("127.0.0.1", ssa.uri("/").getPort())) {
      OutputStream out = socket.getOutputStream();
      String request = "GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n";
      out.write(request.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      out.flush();
      String all =
          new String(
              socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      int head = all.indexOf("\r\n\r\n");
      return new Answer(
          Integer.parseInt(all.substring(9, 12)),
          "",
          all.substring(head + 4).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/error", "/vo/ssa/", "/vo/ssa/query/x"})
  void answersUnknownPathsWithOneLine(String path) {
    Answer answer = ssa.get(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.contentType()).startsWith("text/plain");
    assertThat(answer.text()).startsWith("404 Not Found").hasLineCount(1);
  }

  @Test
  @DisplayName("DALI-1.1 2.1: forms of both kinds")
  void takesForms() {
    String form = "REQUEST=queryData&TARGETNAME=P1";
    String multipart =
        """
        --b\r
        Content-Disposition: form-data; name="REQUEST"\r
        \r
        queryData\r
        --b\r
        Content-Disposition: form-data; name="TARGETNAME"\r
        \r
        P1\r
        --b--\r
        """;

    assertThat(
            ssa.post("/vo/ssa/query", "application/x-www-form-urlencoded", form).voTable().dids())
        .containsExactly(Seeds.POLE);
    assertThat(
            ssa.post("/vo/ssa/query", "multipart/form-data; boundary=b", multipart)
                .voTable()
                .dids())
        .containsExactly(Seeds.POLE);
  }

  @Test
  @DisplayName("FORMAT=METADATA ignores all else and lists inputs and outputs (SSA-1.1 4.1.5)")
  void describesItself() {
    Answer answer = ssa.get("/vo/ssa/query?FORMAT=metadata&POS=nonsense");
    ParsedVoTable table = answer.voTable();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(table.rows()).isEmpty();
    assertThat(table.status()).isEqualTo("OK");
    assertThat(table.param("INPUT:POS").getAttribute("unit")).isEqualTo("deg");
    assertThat(table.param("INPUT:SIZE").getAttribute("value")).isEqualTo("0.05");
    assertThat(table.param("INPUT:BANDREST").getAttribute("unit")).isEqualTo("m");
    assertThat(table.param("OUTPUT:access_url").getAttribute("utype"))
        .isEqualTo("ssa:Access.Reference");
    for (ObsCoreColumn column : ObsCoreColumn.values()) {
      assertThat(table.param("OUTPUT:" + column.column())).isNotNull();
    }
  }

  @Test
  void showsProprietaryRowsToTheirProgrammeOnly() {
    assertThat(ssa.search("PUBDID=" + encoded(Seeds.SECRET)).voTable().rows()).isEmpty();
    assertThat(visibleTo(Caller.anonymous())).doesNotContain(Seeds.SECRET).contains(Seeds.RELEASED);
    assertThat(visibleTo(new Caller(List.of("X/1", Seeds.PROGRAMME)))).contains(Seeds.SECRET);
    // The connection goes back to the pool without the programmes.
    assertThat(visibleTo(Caller.anonymous())).doesNotContain(Seeds.SECRET);
  }

  private static List<String> visibleTo(Caller caller) {
    List<String> dids = new java.util.ArrayList<>();
    ObsCoreQuery query =
        new ObsCoreQuery(Versions.ALL, List.of(), Optional.empty(), Optional.empty(), 50);
    try (CatalogueView view = ssa.bean(ObsCoreSearch.class).view(caller);
        ObsCoreRows rows = view.rows(query)) {
      while (rows.next()) {
        dids.add(String.valueOf(rows.text(ObsCoreColumn.OBS_PUBLISHER_DID)));
      }
    }
    return dids;
  }

  @Test
  @DisplayName("A client that asks again after no change gets 304 (RFC 9110, 13.1.2)")
  void answersConditionalRequests() throws SQLException {
    String path = "/vo/ssa/query?REQUEST=queryData&TARGETNAME=P1";
    String tag = ssa.exchange(path, "X-None", "x").headers().firstValue("ETag").orElseThrow();

    assertThat(tag).startsWith("W/\"");
    assertThat(ssa.exchange(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(ssa.exchange(path, "If-None-Match", tag).body()).isEmpty();
    assertThat(ssa.exchange(path + "&MAXREC=3", "If-None-Match", tag).statusCode()).isEqualTo(200);
    assertThat(ssa.exchange(path + "&RESPONSEFORMAT=csv", "If-None-Match", tag).statusCode())
        .isEqualTo(200);
    assertThat(ssa.exchange("/vo/ssa/query?REQUEST=queryData&MTIME=2026/", "X-None", "x").headers())
        .satisfies(
            headers -> assertThat(headers.firstValue("ETag")).as("of all versions").isEmpty());
    run("UPDATE catalogue.change_counter SET last = last + 1");
    assertThat(ssa.exchange(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void aReleaseByDateIsAnotherEdition() throws Exception {
    String path = "/vo/ssa/query?REQUEST=queryData&TARGETNAME=P1&RESPONSEFORMAT=csv";
    run(
        "UPDATE catalogue.obscore SET data_rights = 'proprietary', proposal_id = 'X/9',"
            + " obs_release_date = now() + interval '3 seconds' WHERE target_name = 'P1'");
    HttpResponse<byte[]> hidden = ssa.exchange(path, "X-None", "x");
    String tag = hidden.headers().firstValue("ETag").orElseThrow();
    assertThat(lines(hidden)).as("header alone").isEqualTo(1);
    assertThat(ssa.exchange(path, "If-None-Match", tag).statusCode()).isEqualTo(304);

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(lines(ssa.exchange(path, "X-None", "x"))).isEqualTo(2));
    HttpResponse<byte[]> shown = ssa.exchange(path, "If-None-Match", tag);
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.headers().firstValue("ETag")).isPresent().isNotEqualTo(Optional.of(tag));

    // As the catalogue service says it later, in one transaction.
    run(
        "UPDATE catalogue.obscore SET data_rights = 'public' WHERE target_name = 'P1';"
            + " UPDATE catalogue.change_counter SET last = last + 1");
    HttpResponse<byte[]> told = ssa.exchange(path, "If-None-Match", tag);
    assertThat(told.statusCode()).isEqualTo(200);
    assertThat(lines(told)).isEqualTo(2);
  }

  private static long lines(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8).lines().count();
  }

  @Test
  @DisplayName("Clients that do not read long answers leave the catalogue to others")
  void slowReadersLeaveRoomForShortSearches() throws IOException {
    List<Socket> stalled = new ArrayList<>();
    try {
      for (int i = 0; i < 12; i++) {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(2048);
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), ssa.uri("/").getPort()));
        String request =
            "GET /vo/ssa/query?REQUEST=queryData&MAXREC=20000 HTTP/1.1\r\nHost: x\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        stalled.add(socket);
      }
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> assertThat(ssa.search("MAXREC=20000").status()).as("long").isEqualTo(429));

      HttpResponse<byte[]> turnedAway =
          ssa.exchange("/vo/ssa/query?REQUEST=queryData&MAXREC=20000", "Accept", "*/*");
      assertThat(turnedAway.headers().firstValueAsLong("Retry-After")).hasValue(10);
      assertThat(ssa.search("MAXREC=20000").voTable().status()).isEqualTo("ERROR");

      assertThat(ssa.search("TARGETNAME=P1").voTable().rows()).hasSize(1);
      assertThat(ssa.search("MAXREC=500").voTable().rows()).hasSize(500);
      assertThat(available("ssa")).isEqualTo("true");
    } finally {
      for (Socket socket : stalled) {
        socket.close();
      }
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(ssa.search("MAXREC=20000").status()).isEqualTo(200));
  }

  @Test
  void compressesForThoseWhoAsk() throws IOException {
    String path = "/vo/ssa/query?REQUEST=queryData&MAXREC=50&COLLECTION=dr";
    HttpResponse<byte[]> packed = ssa.exchange(path, "Accept-Encoding", "gzip");

    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    byte[] plain = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
    assertThat(plain).isEqualTo(ssa.get(path).body());
    assertThat(plain.length).isGreaterThan(4 * packed.body().length);
  }

  @Test
  @DisplayName("OpenAPI names the same parameters as FORMAT=METADATA")
  void describesItselfForProgrammers() {
    RunningSsa.Answer answer = ssa.get("/vo/ssa/openapi.json");
    JsonNode api = JsonMapper.shared().readTree(answer.body());

    assertThat(answer.contentType()).isEqualTo("application/json");
    assertThat(api.path("openapi").asString()).startsWith("3.");
    JsonNode get = api.path("paths").path("/vo/ssa/query").path("get");
    List<String> names = new ArrayList<>();
    get.path("parameters").forEach(parameter -> names.add(parameter.path("name").asString()));
    List<String> described =
        ssa.search("FORMAT=METADATA").voTable().elements("PARAM").stream()
            .map(param -> param.getAttribute("name"))
            .filter(name -> name.startsWith("INPUT:"))
            .map(name -> name.substring("INPUT:".length()))
            .toList();
    assertThat(names).containsExactlyElementsOf(described);
    assertThat(get.path("parameters").get(0).path("required").asBoolean()).isTrue();
    for (String status : List.of("200", "400", "429", "503")) {
      assertThat(
              get.path("responses").path(status).path("content").has("application/x-votable+xml"))
          .as(status)
          .isTrue();
    }
  }

  @Test
  @DisplayName("Wide searches stream past 10,000 rows (2.3: 19)")
  void streamsManyRows() {
    ParsedVoTable table = ssa.search("MAXREC=1000000&TARGETNAME=copy").voTable();

    assertThat(table.elements("TR")).hasSize(COPIES);
    assertThat(table.status()).isEqualTo("OK");
  }

  @Test
  @DisplayName("Without MAXREC an answer has a thousand rows, and says that there are more")
  void givesAThousandRowsUnlessAskedForMore() {
    ParsedVoTable table = ssa.search("TARGETNAME=copy").voTable();

    assertThat(table.elements("TR")).hasSize(1000);
    assertThat(table.status()).isEqualTo("OVERFLOW");
  }

  @ParameterizedTest
  @CsvSource({
    "votable, application/x-votable+xml, TABLEDATA",
    "text/xml, text/xml, TABLEDATA",
    "application/x-votable+xml;serialization=BINARY2, application/x-votable+xml;serialization=BINARY2, BINARY2",
    "application/x-votable+xml; serialization=binary2, application/x-votable+xml;serialization=BINARY2, BINARY2"
  })
  @DisplayName("RESPONSEFORMAT: the media type asked for comes back (DALI-1.1 3.4.3)")
  void writesVotablesInBothSerialisations(String form, String mediaType, String element) {
    Answer answer = ssa.search("TARGETNAME=P1&RESPONSEFORMAT=" + encoded(form));

    assertThat(answer.contentType()).isEqualTo(mediaType);
    assertThat(answer.voTable().elements(element)).hasSize(1);
  }

  @Test
  void writesTheSameRowsAsTextJsonAndFits() {
    String search = "TARGETNAME=P1&RESPONSEFORMAT=";
    Answer csv = ssa.search(search + "csv");
    Answer tsv = ssa.search(search + "tsv");
    Answer json = ssa.search(search + "json");
    Answer fits = ssa.search(search + "fits");

    assertThat(csv.contentType()).isEqualTo("text/csv;header=present");
    assertThat(csv.text().lines().toList())
        .hasSize(2)
        .satisfies(lines -> assertThat(lines.get(1)).contains(Seeds.POLE));
    assertThat(tsv.text().lines().findFirst().orElseThrow().split("\t"))
        .contains("obs_publisher_did", "s_ra", "location");
    assertThat(json.contentType()).isEqualTo("application/json");
    assertThat(json.text())
        .contains("\"" + Seeds.POLE + "\"")
        .endsWith("\"query_status\": \"OK\"}\n");
    FitsTable table =
        FitsFile.of(fits.body(), "answer.fits", FitsLimits.DEFAULT)
            .hdu("SPECTRA")
            .orElseThrow()
            .table();
    assertThat(table.rows()).isEqualTo(1);
    assertThat(table.text("obs_publisher_did", 0)).contains(Seeds.POLE);
    assertThat(table.doubles("location", 0)).hasSize(2);
  }

  @Test
  void refusesAFormThatIsNotServed() {
    assertThat(ssa.search("RESPONSEFORMAT=parquet").voTable().statusText())
        .startsWith("RESPONSEFORMAT: 'parquet'")
        .contains("votable", "csv", "json");
  }

  @Test
  void endsTheSearchWhenTheClientHasGone() throws IOException {
    try (java.net.Socket socket = new java.net.Socket("127.0.0.1", ssa.uri("/").getPort())) {
      String request =
          "GET /vo/ssa/query?REQUEST=queryData&MAXREC=1000000 HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      assertThat(in.readNBytes(1000)).hasSize(1000);
    }

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(openTransactions()).isZero());
    assertThat(ssa.search("MAXREC=1").status()).isEqualTo(200);
  }

  private static int openTransactions() throws SQLException {
    try (Connection connection = database.adminLogin().connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM pg_stat_activity WHERE usename = 'pawprint_ssa'"
                    + " AND datname = current_database() AND state <> 'idle'")) {
      row.next();
      return row.getInt(1);
    }
  }

  @Test
  void saysWhatItCanDo() {
    Answer answer = ssa.get("/vo/ssa/capabilities");

    assertThat(answer.contentType()).startsWith("text/xml");
    assertThat(answer.voTable().elements("capability"))
        .extracting(capability -> capability.getAttribute("standardID"))
        .containsExactly(
            "ivo://ivoa.net/std/SSA",
            "ivo://ivoa.net/std/VOSI#capabilities",
            "ivo://ivoa.net/std/VOSI#availability",
            "ivo://ivoa.net/std/VOSI#tables");
    assertThat(answer.voTable().elements("accessURL").get(0).getTextContent())
        .isEqualTo(RunningSsa.SSA_BASE + "/vo/ssa/query?");
  }

  @Test
  @DisplayName("Beside DAP's query, where clients of SIA 2.0 look for its address (VOSI-1.1 3)")
  void saysWhatItCanDoByTheOtherProtocol() {
    ParsedVoTable answer = ssa.get("/vo/dap/capabilities").voTable();

    assertThat(answer.elements("capability"))
        .extracting(capability -> capability.getAttribute("standardID"))
        .containsExactly(
            "ivo://ivoa.net/std/SIA#query-2.0",
            "ivo://ivoa.net/std/VOSI#capabilities",
            "ivo://ivoa.net/std/VOSI#availability",
            "ivo://ivoa.net/std/VOSI#tables");
    assertThat(answer.elements("accessURL"))
        .extracting(url -> url.getTextContent())
        .containsExactly(
            RunningSsa.SSA_BASE + "/vo/dap/query?",
            RunningSsa.SSA_BASE + "/vo/dap/capabilities",
            RunningSsa.SSA_BASE + "/vo/dap/availability",
            RunningSsa.SSA_BASE + "/vo/dap/tables");
    assertThat(answer.elements("interface"))
        .allMatch(part -> part.getAttribute("xsi:type").equals("vs:ParamHTTP"))
        .extracting(part -> part.getAttribute("version"))
        .containsExactly("2.0", "", "", "");
  }

  @Test
  @DisplayName("VOSI tables has the columns that an answer has (VOSI-1.1 5)")
  void tellsItsColumns() {
    ParsedVoTable tables = ssa.get("/vo/ssa/tables").voTable();
    List<String> columns =
        tables.elements("column").stream()
            .map(c -> c.getElementsByTagName("name").item(0).getTextContent())
            .toList();
    List<String> ssaFields = fieldNames(ssa.search("MAXREC=0"));
    List<String> dapFields = fieldNames(ssa.get("/vo/dap/query?MAXREC=0"));

    assertThat(columns.subList(0, ssaFields.size())).isEqualTo(ssaFields);
    assertThat(columns.subList(ssaFields.size(), columns.size())).isEqualTo(dapFields);
    assertThat(ssa.get("/vo/dap/tables").body()).isEqualTo(ssa.get("/vo/ssa/tables").body());
  }

  private static List<String> fieldNames(Answer answer) {
    return answer.voTable().elements("FIELD").stream().map(f -> f.getAttribute("name")).toList();
  }

  @Test
  void saysThatItIsUnavailableWhileTheDatabaseIsAway() {
    assertThat(available("ssa")).isEqualTo("true");
    assertThat(available("dap")).isEqualTo("true");
    database.down();
    try {
      assertThat(available("ssa")).isEqualTo("false");
      assertThat(available("dap")).isEqualTo("false");
      Answer answer = ssa.search("MAXREC=1");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.voTable().status()).isEqualTo("ERROR");
    } finally {
      database.up();
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(available("ssa")).isEqualTo("true"));
  }

  private static String available(String protocol) {
    return ssa.get("/vo/" + protocol + "/availability")
        .voTable()
        .elements("available")
        .get(0)
        .getTextContent();
  }

  private static String encoded(String did) {
    return java.net.URLEncoder.encode(did, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
