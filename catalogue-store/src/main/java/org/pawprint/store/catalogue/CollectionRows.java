package org.pawprint.store.catalogue;

import static org.pawprint.core.obscore.ObsCoreColumn.ALT_TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_MAX_REST;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_MIDPOINT;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_MIDPOINT_REST;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_MIN;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_MIN_REST;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.QUALITY_FLAGS;
import static org.pawprint.core.obscore.ObsCoreColumn.REDSHIFT;
import static org.pawprint.core.obscore.ObsCoreColumn.RV;
import static org.pawprint.core.obscore.ObsCoreColumn.SPECSYS;
import static org.pawprint.core.obscore.ObsCoreColumn.S_DEC;
import static org.pawprint.core.obscore.ObsCoreColumn.S_FOV;
import static org.pawprint.core.obscore.ObsCoreColumn.S_RA;
import static org.pawprint.core.obscore.ObsCoreColumn.S_REGION;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_NAME;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.obscore.ColumnType;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.Healpix;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.sky.UnitVector;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Changes metadata of rows in place, where what their survey says of the targets came after the
 * spectra. Numbers of the spectra and identities stay as they are; {@code last_modified} tells.
 */
public final class CollectionRows {
  /** What a target's table may add or replace, and what follows from it. */
  private static final List<ObsCoreColumn> CHANGED =
      List.of(
          TARGET_NAME,
          S_RA,
          S_DEC,
          S_REGION,
          REDSHIFT,
          RV,
          EM_MIN,
          EM_MAX,
          EM_MIDPOINT,
          EM_MIN_REST,
          EM_MAX_REST,
          EM_MIDPOINT_REST,
          QUALITY_FLAGS);

  private static final List<ObsCoreColumn> READ =
      Stream.concat(CHANGED.stream(), Stream.of(ALT_TARGET_NAME, OBS_ID, S_FOV, SPECSYS)).toList();

  private static final String PAGE =
      """
      SELECT o.spectrum_id, %s FROM catalogue.obscore o
      JOIN catalogue.spectrum s ON s.id = o.spectrum_id
      WHERE o.obs_collection = :collection AND o.spectrum_id > :after AND NOT s.tombstone
      ORDER BY o.spectrum_id LIMIT :limit FOR UPDATE OF o
      """
          .formatted(READ.stream().map(c -> "o." + c.column()).collect(Collectors.joining(", ")));

  private static final String UPDATE =
      "UPDATE catalogue.obscore SET "
          + CHANGED.stream().map(c -> c.column() + " = ?").collect(Collectors.joining(", "))
          + ", healpix = ?, x = ?, y = ?, z = ?, last_modified = ? WHERE spectrum_id = ?";

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final TransactionOperations transactions;
  private final Clock clock;

  public CollectionRows(DataSource dataSource, TransactionOperations transactions, Clock clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.template = new JdbcTemplate(dataSource);
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * How far a walk through a collection came.
   *
   * @param after give it to the next page; empty after the last
   */
  public record Page(int seen, int changed, Optional<Long> after) {}

  /**
   * Rewrites the next rows of a collection, every version, in one transaction.
   *
   * @param after where the page before ended, 0 at first
   * @param rewrite from the rows of a page to the same rows, changed or not, in the same order;
   *     they hold only the columns that bear on this
   */
  public Page rewrite(
      String collection, long after, int limit, UnaryOperator<List<ObsCoreRow>> rewrite) {
    Page page =
        transactions.execute(
            status -> {
              List<Stored> stored =
                  jdbc.sql(PAGE)
                      .param("collection", collection)
                      .param("after", after)
                      .param("limit", limit)
                      .query(CollectionRows::stored)
                      .list();
              List<ObsCoreRow> rewritten = rewrite.apply(stored.stream().map(Stored::row).toList());
              int changed = update(stored, rewritten);
              Optional<Long> last =
                  stored.size() < limit
                      ? Optional.empty()
                      : Optional.of(stored.get(stored.size() - 1).id());
              return new Page(stored.size(), changed, last);
            });
    if (page == null) {
      throw new IllegalStateException("the transaction gave no answer");
    }
    return page;
  }

  private record Stored(long id, ObsCoreRow row) {}

  private static Stored stored(ResultSet rs, int n) throws SQLException {
    ObsCoreRow.Builder row = ObsCoreRow.builder();
    for (ObsCoreColumn column : READ) {
      row.set(
          column,
          column.type() == ColumnType.STRING
              ? rs.getString(column.column())
              : rs.getObject(column.column(), column.type().javaType()));
    }
    return new Stored(rs.getLong("spectrum_id"), row.build());
  }

  private int update(List<Stored> stored, List<ObsCoreRow> rewritten) {
    Instant now = clock.instant();
    List<@Nullable Object[]> changes = new ArrayList<>();
    for (int i = 0; i < stored.size(); i++) {
      ObsCoreRow before = stored.get(i).row();
      ObsCoreRow row = rewritten.get(i);
      if (CHANGED.stream().anyMatch(c -> !same(before.value(c), row.value(c)))) {
        changes.add(values(row, now, stored.get(i).id()));
      }
    }
    template.batchUpdate(UPDATE, changes);
    return changes.size();
  }

  private static boolean same(@Nullable Object a, @Nullable Object b) {
    return a == null ? b == null : a.equals(b);
  }

  private static @Nullable Object[] values(ObsCoreRow row, Instant now, long id) {
    List<@Nullable Object> values = new ArrayList<>();
    CHANGED.forEach(column -> values.add(row.value(column)));
    Double ra = (Double) row.value(S_RA);
    Double dec = (Double) row.value(S_DEC);
    if (ra == null || dec == null) {
      for (int i = 0; i < 4; i++) {
        values.add(null);
      }
    } else {
      SkyPosition position = new SkyPosition(ra, dec);
      UnitVector v = position.unitVector();
      values.addAll(List.of(Healpix.index(position), v.x(), v.y(), v.z()));
    }
    values.add(now.atOffset(ZoneOffset.UTC));
    values.add(id);
    return values.toArray();
  }
}
