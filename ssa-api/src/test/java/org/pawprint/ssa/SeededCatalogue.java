package org.pawprint.ssa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.Healpix;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.sky.UnitVector;
import org.pawprint.testkit.TestDatabase;

/** Puts seeds into a migrated database, as its owner and by plain SQL. */
final class SeededCatalogue {
  private static final String REDUCTION =
      """
      INSERT INTO catalogue.reduction (id, source, collection, reduction_key, version_digest,
        original_sha256, loader, loader_revision, state, spectra, catalogued_at)
      VALUES (1, 'test', 'test', 'test', 'v', repeat('0', 64), 'test', 1, 'newest', 1, now())
      """;
  private static final String SPECTRUM =
      """
      INSERT INTO catalogue.spectrum (id, did, alias, reduction, newest, state)
      VALUES (?, ?, ?, 1, ?, ?)
      """;
  private static final String OBSCORE =
      "INSERT INTO catalogue.obscore (%s, spectrum_id, newest, healpix, x, y, z, segment, segment_offset, layout, axis_kind, original_sha256, original_name) VALUES (%s ?, ?, ?, ?, ?, ?, 1, 0, 1, 'linear', repeat('0', 64), 'test.fits')"
          .formatted(
              Arrays.stream(ObsCoreColumn.values())
                  .map(ObsCoreColumn::column)
                  .collect(Collectors.joining(", ")),
              "?, ".repeat(ObsCoreColumn.values().length));

  /** Copies of the first row, told apart by their DID and target. */
  private static final String COPIES =
      """
      WITH copy AS (
        INSERT INTO catalogue.obscore
        SELECT (jsonb_populate_record(o, jsonb_build_object(
          'spectrum_id', n, 'target_name', 'copy',
          'obs_publisher_did', o.obs_publisher_did || '-' || n))).*
        FROM catalogue.obscore o, generate_series(?, ?) n
        WHERE o.spectrum_id = 1
        RETURNING spectrum_id, obs_publisher_did)
      INSERT INTO catalogue.spectrum (id, did, alias, reduction, newest, state)
      SELECT spectrum_id, obs_publisher_did, obs_publisher_did, 1, true, 'current' FROM copy
      """;

  private SeededCatalogue() {}

  static void insert(TestDatabase database, List<Seed> seeds) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement reduction = connection.createStatement();
        PreparedStatement spectrum = connection.prepareStatement(SPECTRUM);
        PreparedStatement obscore = connection.prepareStatement(OBSCORE)) {
      reduction.execute(REDUCTION);
      long id = 0;
      for (Seed seed : seeds) {
        id++;
        set(spectrum, id, seed.did(), seed.alias(), seed.newest(), seed.state());
        spectrum.execute();
        insert(obscore, id, seed);
      }
    }
  }

  /** Copies with keys from 1,000,001. */
  static void insertCopies(TestDatabase database, int copies) throws SQLException {
    insertCopies(database, 1_000_001, copies);
  }

  static void insertCopies(TestDatabase database, long first, int copies) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(COPIES)) {
      statement.setLong(1, first);
      statement.setLong(2, first + copies - 1);
      statement.execute();
    }
  }

  private static void insert(PreparedStatement statement, long id, Seed seed) throws SQLException {
    ObsCoreRow row = seed.row();
    SkyPosition position =
        new SkyPosition(
            row.requiredNumber(ObsCoreColumn.S_RA), row.requiredNumber(ObsCoreColumn.S_DEC));
    UnitVector vector = position.unitVector();
    ObsCoreColumn[] columns = ObsCoreColumn.values();
    @Nullable Object[] values = new Object[columns.length + 6];
    for (ObsCoreColumn column : columns) {
      values[column.ordinal()] = row.value(column);
    }
    int next = columns.length;
    values[next++] = id;
    values[next++] = seed.newest();
    values[next++] = Healpix.index(position);
    values[next++] = vector.x();
    values[next++] = vector.y();
    values[next] = vector.z();
    set(statement, values);
    statement.execute();
  }

  private static void set(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      statement.setObject(
          i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
    }
  }
}
