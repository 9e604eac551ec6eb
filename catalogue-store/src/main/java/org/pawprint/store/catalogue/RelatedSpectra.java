package org.pawprint.store.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.Cone;
import org.pawprint.core.sky.ConeCover;
import org.pawprint.core.sky.IndexRange;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.sky.UnitVector;
import org.pawprint.core.spectrum.QualityFlag;
import org.pawprint.store.catalogue.RelatedSpectrum.Relation;
import org.pawprint.store.search.Caller;
import org.pawprint.store.search.CallerSession;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * What belongs to a spectrum or cube, as far as a caller may see: other bands and forms of its
 * exposure, other epochs of its target, other versions of itself. One statement answers for many.
 *
 * <p>Two spectra are of one target when they lie within an arcsecond of each other, or carry the
 * same name in the same collection and lie within an arcminute; without a position of their own
 * (none, or that of the field's centre) the name decides. They are of other epochs when their
 * exposures do not overlap; where a time is unknown nothing is said.
 */
public final class RelatedSpectra {
  /** The most spectra of a kind; versions are not limited. Of epochs these are the newest. */
  private static final int MOST = 10;

  /** Rows looked at around a place, or under a name; nothing sensible has as many. */
  private static final int CANDIDATES = 400;

  private static final double SAME_PLACE_DEG = 1.0 / 3600;
  private static final double SAME_NAME_DEG = 60.0 / 3600;
  private static final int RANGES = 4;

  /** Between exposures of one night, none of which lasts as long. */
  private static final double ONE_NIGHT_DAYS = 0.4;

  /**
   * HEALPix numbers of three square arcminutes; a gap of fewer is not worth a search of its own.
   */
  private static final long NEAR = 1L << 36;

  // The pairs first, each by an index (alias, obs_id with target_name, alt_obs_id, healpix,
  // target_name) from a given one outwards, however few the planner takes these for; the wide rows
  // only of the pairs. 2dF arms have keys of their own: they meet by plate, pivot and overlapping
  // exposures. 6dF took its bands one after the other: they meet in the file of their target.
  static final String RELATED =
      """
      WITH given AS MATERIALIZED (
        SELECT s.id, lower(s.alias) AS alias, split_part(s.alias, '/', -1) AS name,
               o.dataproduct_type, o.dataproduct_subtype AS form,
               o.dataproduct_subtype IS NOT DISTINCT FROM 'normalised' AS normalised,
               o.obs_collection, o.obs_id, o.alt_obs_id, coalesce(o.arm, o.band_name) AS band,
               o.pivot, o.fibre, o.target_name, o.t_min, o.t_max, o.x, o.y, o.z, o.original_sha256
        FROM catalogue.spectrum s JOIN catalogue.obscore o ON o.spectrum_id = s.id
        WHERE s.id = ANY (:ids)),
      exposure AS (
        SELECT given.id AS given, a.spectrum_id AS other, a.em_min, a.t_min,
               coalesce(a.band <> given.band, false) AS other_band,
               given.normalised = a.normalised AS alike,
               given.form IS DISTINCT FROM a.form
                 AND ((a.x - given.x) ^ 2 + (a.y - given.y) ^ 2 + (a.z - given.z) ^ 2 > :samePlace) IS NOT TRUE AS other_form,
               coalesce(a.pivot <> given.pivot, a.fibre <> given.fibre, false) AS other_fibre,
               -- The blue spectrum of an aperture belongs to the red one of that aperture only.
               coalesce(a.obs_id = given.obs_id
                 AND strpos(given.name, given.band) > 0 AND strpos(t.name, a.band) > 0
                 AND replace(given.name, given.band, '') <> replace(t.name, a.band, ''), false) AS other_aperture
        FROM given
        CROSS JOIN LATERAL (
          SELECT %1$s FROM catalogue.obscore o
          WHERE o.newest AND o.obs_id = given.obs_id AND o.target_name = given.target_name
            AND (o.t_min < given.t_max AND given.t_min < o.t_max) IS NOT FALSE
          UNION ALL
          SELECT %1$s FROM catalogue.obscore o
          WHERE given.target_name IS NULL AND o.newest AND o.obs_id = given.obs_id AND o.target_name IS NULL
            AND (o.t_min < given.t_max AND given.t_min < o.t_max) IS NOT FALSE
          UNION ALL
          SELECT %1$s FROM catalogue.obscore o
          WHERE o.newest AND o.alt_obs_id = given.alt_obs_id AND o.obs_id <> given.obs_id
            AND o.pivot IS NOT DISTINCT FROM given.pivot
            AND o.t_min < given.t_max AND given.t_min < o.t_max
          UNION ALL
          SELECT f.* FROM (
            SELECT %1$s FROM catalogue.obscore o
            WHERE o.newest AND o.target_name = given.target_name LIMIT %2$d) f
          WHERE f.original_sha256 = given.original_sha256 AND f.obs_id <> given.obs_id AND f.band <> given.band
            AND f.t_min < given.t_max + :oneNight AND given.t_min < f.t_max + :oneNight) a
        JOIN LATERAL (
          SELECT lower(s.alias) AS alias, split_part(s.alias, '/', -1) AS name
          FROM catalogue.spectrum s WHERE s.id = a.spectrum_id) t ON t.alias <> given.alias
        WHERE a.obs_collection = given.obs_collection AND a.dataproduct_type = given.dataproduct_type),
      near AS (
        SELECT r.of, r.first, r.last, true AS placed
        FROM unnest(CAST(:of AS bigint[]), CAST(:first AS bigint[]), CAST(:last AS bigint[])) r (of, first, last)
        UNION ALL
        SELECT u.id, NULL, NULL, false FROM unnest(CAST(:unplaced AS bigint[])) u (id)),
      epoch AS (
        SELECT near.of AS given, c.spectrum_id AS other, c.t_min
        FROM near
        CROSS JOIN LATERAL (SELECT %1$s FROM catalogue.obscore o WHERE o.spectrum_id = near.of) g
        CROSS JOIN LATERAL (
          (SELECT %1$s FROM catalogue.obscore o
           WHERE near.placed AND o.newest AND o.healpix BETWEEN near.first AND near.last LIMIT %2$d)
          UNION ALL
          (SELECT %1$s FROM catalogue.obscore o
           WHERE NOT near.placed AND o.newest AND o.target_name = g.target_name AND o.obs_collection = g.obs_collection
           LIMIT %2$d)) c
        CROSS JOIN LATERAL (
          SELECT (c.x - g.x) ^ 2 + (c.y - g.y) ^ 2 + (c.z - g.z) ^ 2 AS chord2,
                 c.obs_collection = g.obs_collection AS same_collection,
                 c.placed AND near.placed AS both_placed) d
        WHERE c.spectrum_id <> near.of AND c.dataproduct_type = g.dataproduct_type AND c.normalised = g.normalised
          AND (c.t_min >= g.t_max OR c.t_max <= g.t_min)
          AND (NOT d.same_collection OR (c.band = g.band) IS NOT FALSE)
          AND (d.both_placed AND d.chord2 <= :samePlace
               OR d.same_collection AND c.target_name = g.target_name
                  AND (NOT d.both_placed OR d.chord2 <= :sameName))),
      pair AS (
        SELECT given.id AS given, v.id AS other, 'VERSION' AS relation, 3 AS part, 1 AS place
        FROM given JOIN catalogue.spectrum v ON lower(v.alias) = given.alias AND v.id <> given.id
        UNION ALL
        SELECT given, other, 'OTHER_BAND', 0, row_number() OVER (PARTITION BY given ORDER BY em_min, other)
        FROM exposure WHERE other_band AND alike AND NOT other_fibre AND NOT other_aperture
        UNION ALL
        SELECT given, other, 'SIBLING', 1, row_number() OVER (PARTITION BY given ORDER BY t_min DESC, other)
        FROM exposure WHERE other_form AND NOT other_band AND NOT other_fibre
        UNION ALL
        SELECT given, other, 'OTHER_EPOCH', 2, row_number() OVER (PARTITION BY given ORDER BY t_min DESC, other)
        FROM epoch)
      SELECT pair.given, pair.relation, %3$s
      %4$s
      JOIN pair ON pair.other = s.id
      WHERE NOT s.tombstone AND pair.place <= :most
      ORDER BY pair.given, pair.part, pair.place, s.id
      """
          .formatted(
              """
              o.spectrum_id, o.dataproduct_type, o.dataproduct_subtype AS form,
              o.dataproduct_subtype IS NOT DISTINCT FROM 'normalised' AS normalised,
              o.obs_collection, o.obs_id, o.target_name, coalesce(o.arm, o.band_name) AS band, o.pivot, o.fibre,
              o.t_min, o.t_max, o.em_min, o.x, o.y, o.z, o.original_sha256,
              o.healpix IS NOT NULL AND coalesce(o.quality_flags, 0) & %d = 0 AS placed\
              """
                  .formatted(QualityFlag.FIELD_POSITION.bit()),
              CANDIDATES,
              StoredSpectrumMapper.COLUMNS,
              StoredSpectrumMapper.FROM);

  private final JdbcClient jdbc;
  private final CallerSession session;
  private final StoredSpectrumMapper mapper = new StoredSpectrumMapper();

  /**
   * @param database logged in as a reader
   */
  public RelatedSpectra(DataSource database) {
    this.jdbc = JdbcClient.create(database);
    this.session = new CallerSession(jdbc, new JdbcTransactionManager(database));
  }

  /**
   * What belongs to each of the given spectra, by its key: bands by rising wavelength, then
   * siblings, other epochs from the newest on, then versions.
   */
  public Map<Long, List<RelatedSpectrum>> of(Collection<StoredSpectrum> spectra, Caller caller) {
    Map<Long, StoredSpectrum> given = new HashMap<>();
    spectra.forEach(s -> given.put(s.id(), s));
    Surroundings near = Surroundings.of(given.values());
    RowMapper<RelatedSpectrum> pair =
        (rs, n) -> {
          StoredSpectrum other = mapper.mapRow(rs, n);
          StoredSpectrum of = Objects.requireNonNull(given.get(rs.getLong("given")));
          String word = rs.getString("relation");
          Relation relation = word.equals("VERSION") ? age(of, other) : Relation.valueOf(word);
          return new RelatedSpectrum(of.id(), relation, other);
        };
    return session
        .read(
            caller,
            () ->
                jdbc.sql(RELATED)
                    .param("ids", given.keySet().toArray(Long[]::new))
                    .param("of", near.of().toArray(Long[]::new))
                    .param("first", near.first().toArray(Long[]::new))
                    .param("last", near.last().toArray(Long[]::new))
                    .param("unplaced", near.unplaced().toArray(Long[]::new))
                    .param("samePlace", UnitVector.chordSquared(Math.toRadians(SAME_PLACE_DEG)))
                    .param("sameName", UnitVector.chordSquared(Math.toRadians(SAME_NAME_DEG)))
                    .param("oneNight", ONE_NIGHT_DAYS)
                    .param("most", MOST)
                    .query(pair)
                    .list())
        .stream()
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

  /**
   * HEALPix ranges around the given spectra, side by side, and those that have no place.
   *
   * @param of keys of spectra
   */
  private record Surroundings(
      List<Long> of, List<Long> first, List<Long> last, List<Long> unplaced) {
    static Surroundings of(Collection<StoredSpectrum> spectra) {
      Surroundings all =
          new Surroundings(
              new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      spectra.forEach(
          s ->
              ownPosition(s.row())
                  .ifPresentOrElse(
                      place -> all.add(s.id(), place), () -> all.unplaced.add(s.id())));
      return all;
    }

    private void add(long id, SkyPosition place) {
      int last = -1;
      for (IndexRange range : ConeCover.ranges(new Cone(place, SAME_NAME_DEG), RANGES)) {
        if (last >= 0 && range.first() - this.last.get(last) <= NEAR) {
          this.last.set(last, range.lastInclusive());
        } else {
          of.add(id);
          first.add(range.first());
          this.last.add(range.lastInclusive());
          last = this.last.size() - 1;
        }
      }
    }

    private static Optional<SkyPosition> ownPosition(ObsCoreRow row) {
      int flags = row.number(ObsCoreColumn.QUALITY_FLAGS).orElse(0.0).intValue();
      if (QualityFlag.FIELD_POSITION.isIn(flags)) {
        return Optional.empty();
      }
      return row.number(ObsCoreColumn.S_RA)
          .flatMap(ra -> row.number(ObsCoreColumn.S_DEC).map(dec -> new SkyPosition(ra, dec)));
    }
  }
}
