package org.pawprint.store.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.store.catalogue.RelatedSpectrum.Relation;
import org.pawprint.store.search.Caller;
import org.pawprint.store.search.CallerSession;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Spectra and cubes by name, and what belongs to them, as far as a caller may see. Names compare
 * without regard to case; one without version means the newest version. What an operator has
 * withdrawn is not found; only its {@link Tombstone} is.
 */
public final class SpectrumLookup {
  private static final String SELECT =
      "SELECT "
          + StoredSpectrumMapper.COLUMNS
          + " "
          + StoredSpectrumMapper.FROM
          + "WHERE NOT s.tombstone AND ";

  private static final String BY_NAMES =
      SELECT + "(lower(s.did) = ANY (:keys) OR (s.newest AND lower(s.alias) = ANY (:keys)))";

  // For one alone the database keeps its plan; to plan for an array costs more than to find one.
  private static final String BY_NAME =
      SELECT + "(lower(s.did) = :key OR (s.newest AND lower(s.alias) = :key))";

  private static final String TOMBSTONES =
      """
      SELECT s.did, s.alias, coalesce(s.withdrawn_because, '') AS reason, o.last_modified
      FROM catalogue.spectrum s JOIN catalogue.obscore o ON o.spectrum_id = s.id
      WHERE s.tombstone
        AND (lower(s.did) = ANY (:keys)
             OR lower(s.alias) = ANY (:keys)
                AND NOT EXISTS (SELECT FROM catalogue.spectrum n WHERE n.newest AND lower(n.alias) = lower(s.alias)))
      ORDER BY o.last_modified
      """;

  // The pairs first, by indexes on alias, obs_id and alt_obs_id; the wide rows only of those. The
  // collection is no way in (hence || ''): its index leads to all rows of it, for every given one,
  // and looks good to a database that has not yet counted what has just been loaded.
  // 2dF arms have keys of their own, so they meet by plate and pivot and overlapping exposures.
  private static final String RELATED_TO =
      """
      WITH given AS (
        SELECT s.id, s.alias, o.dataproduct_type, o.obs_collection, o.obs_id, o.alt_obs_id, o.arm, o.pivot, o.fibre,
               o.t_min, o.t_max
        FROM catalogue.spectrum s JOIN catalogue.obscore o ON o.spectrum_id = s.id
        WHERE s.id %s),
      pair AS (
        SELECT given.id AS given, v.id AS other, false AS other_arm
        FROM given JOIN catalogue.spectrum v
          ON lower(v.alias) = lower(given.alias) AND v.id <> given.id
        UNION
        SELECT given.id, a.spectrum_id, true
        FROM given JOIN catalogue.obscore a
          ON a.newest AND a.obs_id = given.obs_id AND a.obs_collection || '' = given.obs_collection
          AND a.dataproduct_type = given.dataproduct_type AND a.arm <> given.arm
          AND CASE WHEN given.pivot IS NULL THEN a.fibre IS NOT DISTINCT FROM given.fibre
                   ELSE a.pivot = given.pivot END
        JOIN catalogue.spectrum t ON t.id = a.spectrum_id
        -- The blue spectrum of an aperture belongs to the red one of that aperture only.
        WHERE strpos(substring(given.alias FROM '[^/]*$'), given.arm) = 0
          OR strpos(substring(t.alias FROM '[^/]*$'), a.arm) = 0
          OR replace(substring(given.alias FROM '[^/]*$'), given.arm, '')
             = replace(substring(t.alias FROM '[^/]*$'), a.arm, '')
        UNION
        SELECT given.id, a.spectrum_id, true
        FROM given JOIN catalogue.obscore a
          ON a.newest AND a.alt_obs_id = given.alt_obs_id
          AND a.obs_collection || '' = given.obs_collection AND a.arm <> given.arm
          AND a.pivot IS NOT DISTINCT FROM given.pivot
          AND a.t_min < given.t_max AND given.t_min < a.t_max)
      SELECT pair.given, pair.other_arm, %s
      %s
      JOIN pair ON pair.other = s.id
      WHERE NOT s.tombstone
      ORDER BY pair.given, o.arm, s.id
      """;

  private static final String RELATED =
      RELATED_TO.formatted("= ANY (:ids)", StoredSpectrumMapper.COLUMNS, StoredSpectrumMapper.FROM);
  private static final String RELATED_TO_ONE =
      RELATED_TO.formatted("= :id", StoredSpectrumMapper.COLUMNS, StoredSpectrumMapper.FROM);

  private static final String READABLE = "SELECT catalogue.readable_originals(:digests)";

  private final JdbcClient jdbc;
  private final CallerSession session;
  private final StoredSpectrumMapper mapper = new StoredSpectrumMapper();

  /**
   * @param database logged in as a reader
   */
  public SpectrumLookup(DataSource database) {
    this.jdbc = JdbcClient.create(database);
    this.session = new CallerSession(jdbc, new JdbcTransactionManager(database));
  }

  /** The key under which {@link #find(Collection, Caller)} answers for a name. */
  public static String key(PublisherDid did) {
    return did.toString().toLowerCase(Locale.ROOT);
  }

  public Optional<StoredSpectrum> find(PublisherDid did, Caller caller) {
    return Optional.ofNullable(find(List.of(did), caller).get(key(did)));
  }

  /**
   * Looks many names up in one query.
   *
   * @return spectra by {@link #key}; a name that is unknown or hidden from the caller is missing
   */
  public Map<String, StoredSpectrum> find(Collection<PublisherDid> dids, Caller caller) {
    Set<String> keys = new HashSet<>();
    dids.forEach(did -> keys.add(key(did)));
    Map<String, StoredSpectrum> found = new HashMap<>();
    for (StoredSpectrum spectrum : query(keys, caller)) {
      found.put(key(spectrum.did()), spectrum);
      String alias = key(spectrum.did().alias());
      if (spectrum.state() == StoredSpectrum.State.CURRENT && keys.contains(alias)) {
        found.put(alias, spectrum);
      }
    }
    return found;
  }

  private List<StoredSpectrum> query(Set<String> keys, Caller caller) {
    JdbcClient.StatementSpec statement =
        keys.size() == 1
            ? jdbc.sql(BY_NAME).param("key", keys.iterator().next())
            : jdbc.sql(BY_NAMES).param("keys", keys.toArray(String[]::new));
    return session.read(caller, () -> statement.query(mapper).list());
  }

  /**
   * What stands where names lead to a spectrum that an operator has withdrawn, by {@link #key}; to
   * be asked for names that {@link #find(Collection, Caller)} does not know.
   */
  public Map<String, Tombstone> tombstones(Collection<PublisherDid> dids, Caller caller) {
    String[] keys = dids.stream().map(SpectrumLookup::key).distinct().toArray(String[]::new);
    Map<String, Tombstone> found = new HashMap<>();
    if (keys.length == 0) {
      return found;
    }
    RowCallbackHandler put =
        rs -> {
          Tombstone tombstone =
              new Tombstone(rs.getString("reason"), rs.getTimestamp("last_modified").toInstant());
          found.put(rs.getString("alias").toLowerCase(Locale.ROOT), tombstone);
          found.put(rs.getString("did").toLowerCase(Locale.ROOT), tombstone);
        };
    session.read(
        caller,
        () -> {
          jdbc.sql(TOMBSTONES).param("keys", keys).query(put);
          return found;
        });
    return found;
  }

  /** Other arms and other versions of the given spectra, by the key of the given one. */
  public Map<Long, List<RelatedSpectrum>> related(
      Collection<StoredSpectrum> spectra, Caller caller) {
    Map<Long, StoredSpectrum> given = new HashMap<>();
    spectra.forEach(s -> given.put(s.id(), s));
    Long[] ids = given.keySet().toArray(Long[]::new);
    RowMapper<RelatedSpectrum> pair =
        (rs, n) -> {
          StoredSpectrum other = mapper.mapRow(rs, n);
          StoredSpectrum of = Objects.requireNonNull(given.get(rs.getLong("given")));
          boolean otherArm = rs.getBoolean("other_arm");
          return new RelatedSpectrum(
              of.id(), otherArm ? Relation.OTHER_ARM : age(of, other), other);
        };
    JdbcClient.StatementSpec statement =
        ids.length == 1
            ? jdbc.sql(RELATED_TO_ONE).param("id", ids[0])
            : jdbc.sql(RELATED).param("ids", ids);
    return session.read(caller, () -> statement.query(pair).list()).stream()
        .collect(Collectors.groupingBy(RelatedSpectrum::of));
  }

  private static Relation age(StoredSpectrum of, StoredSpectrum other) {
    boolean newer =
        switch (other.state()) {
          case CURRENT -> true;
          case SUPERSEDED, WITHDRAWN ->
              of.state() != StoredSpectrum.State.CURRENT
                  && other.version().compareTo(of.version()) > 0;
        };
    return newer ? Relation.NEWER_VERSION : Relation.OLDER_VERSION;
  }

  /** Those of the originals of which the caller may read every spectrum. */
  public Set<Sha256> readableOriginals(Collection<Sha256> originals, Caller caller) {
    String[] digests = originals.stream().map(Sha256::hex).distinct().toArray(String[]::new);
    Set<Sha256> readable = new HashSet<>();
    session
        .read(caller, () -> jdbc.sql(READABLE).param("digests", digests).query(String.class).list())
        .forEach(hex -> readable.add(new Sha256(hex)));
    return readable;
  }
}
