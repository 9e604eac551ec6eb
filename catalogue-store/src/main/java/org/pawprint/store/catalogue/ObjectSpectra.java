package org.pawprint.store.catalogue;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.store.search.Caller;
import org.pawprint.store.search.CallerSession;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The spectra of an object by the name its survey gives it: a GALAH sobject_id, a 2dFGRS name, a
 * name of an OzDES source. Newest versions only; cubes have no form as one spectrum and are left
 * out.
 *
 * <p>The order is kept by later arrivals: collections by name, bands from the blue end, within a
 * band first the normalised spectrum, then the combined, then single exposures by time.
 */
public final class ObjectSpectra {
  /** A name that so many spectra share names no object; what is beyond is not looked at. */
  private static final int MOST = 10_000;

  // Each of the three names has an index (V001, V006, V007).
  private static final String OF_OBJECT =
      """
      SELECT o.obs_publisher_did, o.obs_collection, o.band_name, o.arm, o.dataproduct_subtype
      FROM catalogue.obscore o
      WHERE o.newest AND o.segment IS NOT NULL
        AND (o.target_name = :name OR o.alt_target_name = :name OR o.obs_id = :name)
      WINDOW band AS (PARTITION BY o.obs_collection, o.band_name)
      ORDER BY o.obs_collection, min(o.em_min) OVER band, max(o.em_max) OVER band, o.band_name,
        CASE o.dataproduct_subtype WHEN 'normalised' THEN 0 WHEN 'combined' THEN 1 ELSE 2 END,
        o.t_min, o.obs_id, o.obs_publisher_did
      LIMIT %d
      """
          .formatted(MOST);

  private static final RowMapper<ObjectSpectrum> MAPPER =
      (rs, n) ->
          new ObjectSpectrum(
              PublisherDid.parse(rs.getString("obs_publisher_did")),
              rs.getString("obs_collection"),
              Optional.ofNullable(rs.getString("band_name")).orElse(""),
              Optional.ofNullable(rs.getString("arm")).orElse(""),
              Optional.ofNullable(rs.getString("dataproduct_subtype")).orElse(""));

  private final JdbcClient jdbc;
  private final CallerSession session;

  /**
   * @param database logged in as a reader
   */
  public ObjectSpectra(DataSource database) {
    this.jdbc = JdbcClient.create(database);
    this.session = new CallerSession(jdbc, new JdbcTransactionManager(database));
  }

  /**
   * Spectra whose target, alternative target or observation is called so, letter by letter; those
   * that are hidden from the caller are missing.
   */
  public List<ObjectSpectrum> named(String name, Caller caller) {
    return session.read(caller, () -> jdbc.sql(OF_OBJECT).param("name", name).query(MAPPER).list());
  }
}
