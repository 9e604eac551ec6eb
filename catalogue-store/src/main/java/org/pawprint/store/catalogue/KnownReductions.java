package org.pawprint.store.catalogue;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.identifier.ReductionVersion;
import org.pawprint.core.identifier.Sha256;

/** What the catalogue holds already of the reductions and aliases that arrive. */
final class KnownReductions {
  private static final String ALREADY =
      """
      SELECT source, collection, reduction_key, version_digest, spectra
      FROM catalogue.reduction
      WHERE (source, collection, reduction_key, version_digest)
            IN (SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]))
      """;

  /**
   * The newest version of each name, those that declare to supersede one, and holders of aliases. A
   * reduction that an operator withdrew still outranks its older versions.
   */
  private static final String RIVALS =
      """
      WITH arriving AS (SELECT * FROM unnest(?::text[], ?::text[], ?::text[]) AS a (source, collection, key))
      SELECT r.id, r.source, r.collection, r.reduction_key, r.version_number, r.version_time,
             r.original_sha256, r.loader_revision, r.supersedes
      FROM catalogue.reduction r
      WHERE r.id IN (
        SELECT n.id FROM catalogue.reduction n JOIN arriving a
          ON n.source = a.source AND n.collection = a.collection AND n.reduction_key = a.key
          WHERE n.state IN ('newest', 'withdrawn')
        UNION
        SELECT n.id FROM catalogue.reduction n JOIN arriving a
          ON n.source = a.source AND n.collection = a.collection AND n.supersedes = a.key
        UNION
        SELECT s.reduction FROM catalogue.spectrum s WHERE s.newest AND lower(s.alias) = ANY (?))
      """;

  private static final String CURRENT_SPECTRA =
      """
      SELECT id, lower(alias), reduction FROM catalogue.spectrum WHERE newest AND reduction = ANY (?)
      """;

  private static final String TOMBSTONES =
      """
      SELECT lower(s.alias), r.original_sha256, coalesce(s.withdrawn_because, '')
      FROM catalogue.spectrum s JOIN catalogue.reduction r ON r.id = s.reduction
      WHERE s.tombstone AND lower(s.alias) = ANY (?)
      """;

  private final Connection connection;

  KnownReductions(Connection connection) {
    this.connection = connection;
  }

  /**
   * The number of spectra of each entry whose very version is there, empty for a new one; an entry
   * that repeats an earlier one of the list counts as there.
   */
  List<Optional<Integer>> already(List<ReductionEntry> entries) throws SQLException {
    Map<List<String>, Integer> there = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(ALREADY)) {
      select.setArray(1, texts(entries.stream().map(ReductionEntry::source).toList()));
      select.setArray(2, texts(entries.stream().map(ReductionEntry::collection).toList()));
      select.setArray(3, texts(entries.stream().map(ReductionEntry::key).toList()));
      select.setArray(4, texts(entries.stream().map(ReductionEntry::versionDigest).toList()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          there.put(
              List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
              row.getInt(5));
        }
      }
    }
    List<Optional<Integer>> already = new ArrayList<>();
    for (ReductionEntry e : entries) {
      already.add(
          Optional.ofNullable(
              there.putIfAbsent(
                  List.of(e.source(), e.collection(), e.key(), e.versionDigest()),
                  e.spectra().size())));
    }
    return already;
  }

  /** The plan for entries that are all new. */
  SupersessionPlan plan(List<ReductionEntry> entries) throws SQLException {
    SupersessionPlan plan = new SupersessionPlan();
    for (PlannedReduction rival : rivals(entries)) {
      plan.existing(rival);
    }
    addTombstones(plan, entries);
    List<Long> reductionIds = next("catalogue.reduction_id", entries.size());
    int spectra = entries.stream().mapToInt(e -> e.spectra().size()).sum();
    List<Long> spectrumIds = next("catalogue.spectrum_id", spectra);
    int used = 0;
    for (int i = 0; i < entries.size(); i++) {
      ReductionEntry entry = entries.get(i);
      PlannedReduction arriving =
          new PlannedReduction(
              reductionIds.get(i),
              new PlannedReduction.Name(entry.source(), entry.collection(), entry.key()),
              entry.version(),
              entry.supersedes(),
              entry);
      for (CatalogueEntry spectrum : entry.spectra()) {
        arriving.all.add(
            new PlannedSpectrum(spectrumIds.get(used++), alias(spectrum), arriving, spectrum));
      }
      plan.add(arriving);
    }
    return plan;
  }

  private void addTombstones(SupersessionPlan plan, List<ReductionEntry> entries)
      throws SQLException {
    List<String> aliases =
        entries.stream().flatMap(e -> e.spectra().stream()).map(KnownReductions::alias).toList();
    try (PreparedStatement select = connection.prepareStatement(TOMBSTONES)) {
      select.setArray(1, texts(aliases));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          plan.tombstone(row.getString(1), new Sha256(row.getString(2)), row.getString(3));
        }
      }
    }
  }

  private static String alias(CatalogueEntry entry) {
    return entry.did().alias().toString().toLowerCase(Locale.ROOT);
  }

  private List<PlannedReduction> rivals(List<ReductionEntry> entries) throws SQLException {
    List<String> sources = new ArrayList<>();
    List<String> collections = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    List<String> aliases = new ArrayList<>();
    for (ReductionEntry entry : entries) {
      for (String key :
          entry.supersedes().map(s -> List.of(entry.key(), s)).orElse(List.of(entry.key()))) {
        sources.add(entry.source());
        collections.add(entry.collection());
        keys.add(key);
      }
      entry.spectra().forEach(s -> aliases.add(alias(s)));
    }
    Map<Long, PlannedReduction> byId = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(RIVALS)) {
      select.setArray(1, texts(sources));
      select.setArray(2, texts(collections));
      select.setArray(3, texts(keys));
      select.setArray(4, texts(aliases));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          byId.put(row.getLong("id"), reduction(row));
        }
      }
    }
    addCurrentSpectra(byId);
    return List.copyOf(byId.values());
  }

  private static PlannedReduction reduction(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime time = row.getObject("version_time", OffsetDateTime.class);
    @Nullable Long number = (Long) row.getObject("version_number");
    ReductionVersion version =
        new ReductionVersion(
            Optional.ofNullable(number),
            Optional.ofNullable(time).map(OffsetDateTime::toInstant),
            new Sha256(row.getString("original_sha256")),
            row.getInt("loader_revision"));
    return new PlannedReduction(
        row.getLong("id"),
        new PlannedReduction.Name(
            row.getString("source"), row.getString("collection"), row.getString("reduction_key")),
        version,
        Optional.ofNullable(row.getString("supersedes")),
        null);
  }

  private void addCurrentSpectra(Map<Long, PlannedReduction> byId) throws SQLException {
    if (byId.isEmpty()) {
      return;
    }
    try (PreparedStatement select = connection.prepareStatement(CURRENT_SPECTRA)) {
      select.setArray(1, connection.createArrayOf("bigint", byId.keySet().toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          PlannedReduction holder = byId.get(row.getLong(3));
          if (holder == null) {
            throw new IllegalStateException("spectrum of a reduction that was not asked for");
          }
          PlannedSpectrum spectrum =
              new PlannedSpectrum(row.getLong(1), row.getString(2), holder, null);
          holder.all.add(spectrum);
          holder.current.put(spectrum.alias, spectrum);
        }
      }
    }
  }

  private List<Long> next(String sequence, int count) throws SQLException {
    List<Long> ids = new ArrayList<>(count);
    try (PreparedStatement select =
        connection.prepareStatement("SELECT nextval(?::regclass) FROM generate_series(1, ?)")) {
      select.setString(1, sequence);
      select.setInt(2, count);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ids.add(row.getLong(1));
        }
      }
    }
    return ids;
  }

  private Array texts(List<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }
}
