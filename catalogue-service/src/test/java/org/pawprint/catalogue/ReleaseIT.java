package org.pawprint.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.pawprint.catalogue.CatalogueUnderTest.SOON;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.pawprint.embedded.DatabaseRole;
import org.pawprint.store.catalogue.Releases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Proprietary rows whose date passes. */
class ReleaseIT extends OnEachBroker {
  private final Releases releases = releases(service.database.dataSource(DatabaseRole.CATALOGUE));

  private static Releases releases(DataSource source) {
    return new Releases(
        JdbcClient.create(source),
        new TransactionTemplate(new DataSourceTransactionManager(source)));
  }

  private static void catalogue(String collection, Instant release) throws Exception {
    long key =
        service.send(
            Commands.of(collection)
                .file(service.original(collection + ".fits", Frames.threeFibres()))
                .rights("proprietary")
                .release(release));
    service.awaitState(key, "catalogued");
  }

  private static long released(String collection) {
    return service.count(
        "catalogue.change c JOIN catalogue.reduction r ON r.id = c.reduction"
            + " WHERE c.kind = 'released' AND r.collection = '"
            + collection
            + "'");
  }

  @Test
  void theDateMakesRowsPublicWithOneChangeAndANotice() throws Exception {
    Instant soon = Clock.systemUTC().instant().plus(Duration.ofSeconds(8));
    catalogue("soon", soon);
    assertThat(
            service.count(
                "catalogue.obscore WHERE obs_collection = 'soon' AND data_rights = 'proprietary'"))
        .isEqualTo(3);
    List<String> notices = new ArrayList<>();

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              service
                  .takeNotices()
                  .forEach(n -> notices.add(new String(n, StandardCharsets.UTF_8)));
              assertThat(notices)
                  .anySatisfy(
                      notice ->
                          assertThat(notice)
                              .contains(
                                  "spectra.released.v1", "\"collection\":\"soon\"", "\"count\":3"));
            });

    assertThat(released("soon")).isEqualTo(3);
    assertThat(
            service.count(
                "catalogue.obscore WHERE obs_collection = 'soon' AND data_rights = 'public'"
                    + " AND last_modified >= obs_release_date"))
        .isEqualTo(3);
  }

  @Test
  void severalInstancesReleaseEachRowOnce() throws Exception {
    Instant date = Instant.parse("2100-01-01T00:00:00Z");
    catalogue("several", date);
    assertThat(releases.release(date.minusSeconds(1), 100)).isZero();
    int instances = 4;
    CyclicBarrier together = new CyclicBarrier(instances);
    ExecutorService pool = Executors.newFixedThreadPool(instances);
    int sum = 0;
    try {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < instances; i++) {
        all.add(
            pool.submit(
                () -> {
                  together.await();
                  return releases.release(date, 2);
                }));
      }
      for (Future<Integer> one : all) {
        sum += one.get();
      }
    } finally {
      pool.shutdownNow();
    }
    sum += releases.release(date, 100);

    assertThat(sum).isEqualTo(3);
    assertThat(released("several")).isEqualTo(3);
    assertThat(
            service.count(
                "catalogue.change c JOIN catalogue.obscore o ON o.spectrum_id = c.spectrum_id"
                    + " WHERE c.kind = 'released' AND o.obs_collection = 'several'"
                    + " AND c.number > 0 AND c.xmin = o.xmin"))
        .as("numbered by the transaction that released them")
        .isEqualTo(3);
    assertThat(releases.release(date, 100)).isZero();
  }

  @Test
  void whatComesAfterItsDateIsPublicFromTheStart() throws Exception {
    catalogue("past", Instant.parse("2020-01-01T00:00:00Z"));

    assertThat(
            service.count(
                "catalogue.obscore WHERE obs_collection = 'past' AND data_rights = 'public'"))
        .isEqualTo(3);
    assertThat(released("past")).isZero();
  }

  @Test
  void onlyTheNewestVersionIsToldOf() throws Exception {
    Instant date = Instant.parse("2101-01-01T00:00:00Z");
    for (int version = 1; version <= 2; version++) {
      byte[] frame = Frames.threeFibres();
      frame[frame.length - 1] ^= (byte) version;
      long key =
          service.send(
              Commands.of("old-" + version)
                  .file(service.original("v.fits", frame))
                  .reduction("r1", version)
                  .rights("proprietary")
                  .release(date),
              "old");
      service.awaitState(key, "catalogued");
    }

    assertThat(releases.release(date, 100)).isEqualTo(6);

    assertThat(released("old")).isEqualTo(3);
  }
}
