package org.pawprint.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pawprint.catalogue.CatalogueUnderTest.SOON;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.pawprint.embedded.DatabaseRole;
import org.pawprint.store.file.SegmentStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operators and orchestrators see of the service. */
class OperationIT extends OnEachBroker {
  private final HttpClient http = HttpClient.newHttpClient();

  private HttpResponse<String> get(int port, String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private void awaitReadiness(int status, String word) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              HttpResponse<String> answer =
                  get(service.managementPort(), "/actuator/health/readiness");
              assertThat(answer.statusCode()).isEqualTo(status);
              assertThat(answer.body()).contains(word);
            });
  }

  @Test
  void isReadyWhenTheNextCommandWouldSucceed() {
    awaitReadiness(200, "\"segments\":\"ok\"");
  }

  @Test
  void isNotReadyWhileTheDatabaseIsAway() {
    service.database.down();
    try {
      awaitReadiness(503, "\"schema\":\"the database does not answer\"");
    } finally {
      service.database.up();
    }
    awaitReadiness(200, "\"lanes\":\"ok\"");
  }

  @Test
  void isNotReadyWithASchemaOfAnotherAge() {
    String newer =
        "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
            + " installed_by, execution_time, success) VALUES (999, '999', 'of the future', 'SQL',"
            + " 'V999', 'test', 0, true)";
    service.jdbc.sql(newer).update();
    try {
      awaitReadiness(503, "schema version 999");
    } finally {
      service.jdbc.sql("DELETE FROM flyway_schema_history WHERE version = '999'").update();
    }
  }

  @Test
  void isNotReadyWhileSegmentsCannotBeWritten() throws IOException {
    Path aside = service.takeSegmentsAway();
    try {
      awaitReadiness(503, "\"segments\":\"cannot be written\"");
    } finally {
      service.bringSegmentsBack(aside);
    }
  }

  @Test
  void registersItsLoadersForTheListener() {
    assertThat(service.jdbc.sql("SELECT name FROM ledger.loader").query(String.class).list())
        .contains("aaomega");
    service.stopApplication();
    service.jdbc.sql("UPDATE ledger.loader SET revision = 77 WHERE name = 'aaomega'").update();
    service.jdbc.sql("INSERT INTO ledger.loader VALUES ('retired', 3)").update();

    service.startApplication();

    assertThat(service.count("ledger.loader WHERE name = 'retired'")).isZero();
    assertThat(service.count("ledger.loader WHERE name = 'aaomega' AND revision <> 77")).isOne();
  }

  @Test
  void collectsSegmentsThatNothingRefersToAndNoOthers() throws Exception {
    long key =
        service.send(Commands.of("kept").file(service.original("k.fits", Frames.oneFibre())));
    service.awaitState(key, "catalogued");
    Files.createDirectories(service.segments.resolve("2020/01/01"));
    Path orphan =
        Files.writeString(service.segments.resolve("2020/01/01/orphan.fits"), "left by a crash");
    service
        .jdbc
        .sql(
            "INSERT INTO catalogue.segment (path, state, created_at)"
                + " VALUES ('2020/01/01/orphan.fits', 'writing', '2020-01-01T00:00:00Z')")
        .update();
    SegmentStore store =
        new SegmentStore(
            service.segments,
            JdbcClient.create(service.database.dataSource(DatabaseRole.CATALOGUE)),
            Clock.systemUTC());

    assertThat(store.collectOrphans(Instant.parse("2020-01-02T00:00:00Z"))).isOne();

    assertThat(orphan).doesNotExist();
    assertThat(service.segments.resolve((String) service.rows("kept").get(0).get("path")))
        .isRegularFile();
  }

  @Test
  void answersOperatorsOnly() throws Exception {
    String token = "Bearer " + CatalogueUnderTest.TOKEN;

    HttpResponse<String> status = get(service.port(), "/ops/status", "Authorization", token);

    assertThat(status.statusCode()).isEqualTo(200);
    assertThat(status.body())
        .contains("\"live\":\"running\"")
        .contains("\"backfill\":\"running\"")
        .contains("\"aaomega\":");
    assertThat(get(service.port(), "/ops/status").statusCode()).isEqualTo(401);
    assertThat(get(service.port(), "/ops/status", "Authorization", "Bearer guess").statusCode())
        .isEqualTo(401);
    assertThat(
            get(
                    service.port(),
                    "/ops/status",
                    "Authorization",
                    token,
                    "Origin",
                    "http://elsewhere.example")
                .statusCode())
        .isEqualTo(403);
  }
}
