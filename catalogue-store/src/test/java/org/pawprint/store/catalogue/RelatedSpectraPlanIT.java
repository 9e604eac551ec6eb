package org.pawprint.store.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.pawprint.embedded.DatabaseRole;
import org.pawprint.testkit.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the database goes about the links, with the plan that serves any number of spectra. */
class RelatedSpectraPlanIT {
  private static final int SPECTRA = 20_000;

  private static final List<String> ARCHIVE =
      List.of(
          """
          INSERT INTO catalogue.reduction
          SELECT n, '/test', 'c', 'r' || n, n, now(), 'd' || n, 'sha' || n, 'test', 1, 'newest', 1, NULL, now()
          FROM generate_series(1, 2000) n
          """,
          """
          INSERT INTO catalogue.spectrum (id, did, alias, reduction, newest, state)
          SELECT n, 'ivo://x/c?o' || n / 400 || '/s' || n || '/v', 'ivo://x/c?o' || n / 400 || '/s' || n,
                 1 + n %% 2000, true, 'current'
          FROM generate_series(1, %1$d) n
          """
              .formatted(SPECTRA),
          """
          INSERT INTO catalogue.obscore (spectrum_id, newest, dataproduct_type, calib_level, obs_collection, obs_id,
            obs_publisher_did, target_name, alt_obs_id, data_rights, last_modified, healpix, original_sha256, original_name)
          SELECT n, true, 'spectrum', 2, 'c', 'o' || n / 400, 'ivo://x/c?o' || n / 400 || '/s' || n || '/v',
                 't' || n %% 5000, 'plate-' || n %% 5000, 'public', now(), n * 100000000000, 'sha' || 1 + n %% 2000, 'f'
          FROM generate_series(1, %1$d) n
          """
              .formatted(SPECTRA),
          "ANALYZE catalogue.reduction, catalogue.spectrum, catalogue.obscore");

  @Test
  void readsNoTableFromEndToEnd() {
    try (TestDatabase database = TestDatabase.migrated()) {
      JdbcClient owner = JdbcClient.create(database.dataSource(DatabaseRole.OWNER));
      ARCHIVE.forEach(statement -> owner.sql(statement).update());

      assertThat(plan(database.dataSource(DatabaseRole.DATALINK)))
          .anyMatch(line -> line.contains("obscore_healpix"))
          .anyMatch(line -> line.contains("obscore_exposure"))
          .anyMatch(line -> line.contains("obscore_alt_obs_id"))
          .anyMatch(line -> line.contains("obscore_target"))
          .noneMatch(line -> line.contains("Seq Scan on obscore"))
          .noneMatch(line -> line.contains("Seq Scan on spectrum"))
          .noneMatch(line -> line.contains("Seq Scan on reduction"));
    }
  }

  /** Arrays of unknown length, as a plan made once for all questions sees them. */
  private static List<String> plan(DataSource reader) {
    String some = "(SELECT array_agg(n) FROM generate_series(1, 500) n)::bigint[]";
    String statement =
        RelatedSpectra.RELATED
            .replaceAll(":(ids|of|first|last|unplaced)\\b", some)
            .replaceAll("(?<!:):same(Place|Name)", "1e-10")
            .replace(":oneNight", "0.4")
            .replace(":most", "10");
    return JdbcClient.create(reader).sql("EXPLAIN " + statement).query(String.class).list();
  }
}
