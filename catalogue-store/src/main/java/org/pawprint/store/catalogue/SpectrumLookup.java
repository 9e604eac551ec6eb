package org.pawprint.store.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.store.search.Caller;
import org.pawprint.store.search.CallerSession;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Spectra and cubes by name, as far as a caller may see. Names compare without regard to case; one
 * without version means the newest version. What an operator has withdrawn is not found; only its
 * {@link Tombstone} is.
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
                AND NOT EXISTS (SELECT FROM catalogue.spectrum n
                                JOIN catalogue.obscore seen ON seen.spectrum_id = n.id
                                WHERE n.newest AND lower(n.alias) = lower(s.alias)))
      ORDER BY o.last_modified
      """;

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
