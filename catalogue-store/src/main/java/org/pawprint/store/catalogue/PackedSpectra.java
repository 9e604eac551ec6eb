package org.pawprint.store.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.store.file.SegmentSlice;
import org.pawprint.store.search.Caller;
import org.pawprint.store.search.CallerSession;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Spectra by name as {@link SpectrumLookup} finds them, with only what a table of many needs: a
 * fifth of the row, so that a hundred thousand of them can be held at once.
 */
public final class PackedSpectra {
  private static final String BY_NAME =
      """
      SELECT s.did, s.newest, o.obs_collection, o.target_name, o.band_name, o.s_ra, o.s_dec,
        o.t_midpoint, o.t_exptime, o.redshift, o.o_unit, o.spectral_medium, o.specsys,
        g.path, o.segment_offset, o.em_xel, o.layout, o.axis_kind, o.axis_crpix, o.axis_crval, o.axis_cdelt
      FROM catalogue.spectrum s
      JOIN catalogue.obscore o ON o.spectrum_id = s.id
      LEFT JOIN catalogue.segment g ON g.id = o.segment
      WHERE NOT s.tombstone
        AND (lower(s.did) = ANY (:keys) OR (s.newest AND lower(s.alias) = ANY (:keys)))
      """;

  private final JdbcClient jdbc;
  private final CallerSession session;

  /**
   * @param database logged in as a reader
   */
  public PackedSpectra(DataSource database) {
    this.jdbc = JdbcClient.create(database);
    this.session = new CallerSession(jdbc, new JdbcTransactionManager(database));
  }

  /**
   * Looks many names up in one query.
   *
   * @return by {@link SpectrumLookup#key}; what is unknown or hidden from the caller is missing
   */
  public Map<String, PackedSpectrum> find(Collection<PublisherDid> dids, Caller caller) {
    Set<String> keys = new HashSet<>();
    dids.forEach(did -> keys.add(SpectrumLookup.key(did)));
    Map<String, PackedSpectrum> found = new HashMap<>();
    Mapper mapper = new Mapper();
    RowCallbackHandler put =
        rs -> {
          PackedSpectrum spectrum = mapper.spectrum(rs);
          found.put(SpectrumLookup.key(spectrum.did()), spectrum);
          String alias = SpectrumLookup.key(spectrum.did().alias());
          if (rs.getBoolean(2) && keys.contains(alias)) {
            found.put(alias, spectrum);
          }
        };
    return session.read(
        caller,
        () -> {
          jdbc.sql(BY_NAME).param("keys", keys.toArray(String[]::new)).query(put);
          return found;
        });
  }

  /** Reads rows in the order of the select list; equal texts of one batch are one object. */
  private static final class Mapper {
    private final Map<String, String> texts = new HashMap<>();

    private PackedSpectrum spectrum(ResultSet rs) throws SQLException {
      return new PackedSpectrum(
          PublisherDid.parse(rs.getString(1)),
          text(rs, 3),
          text(rs, 4),
          text(rs, 5),
          number(rs, 6),
          number(rs, 7),
          number(rs, 8),
          number(rs, 9),
          number(rs, 10),
          text(rs, 11),
          StoredSpectrum.medium(text(rs, 12)),
          StoredSpectrum.frame(text(rs, 13)),
          pixels(rs));
    }

    private Optional<StoredPixels> pixels(ResultSet rs) throws SQLException {
      String path = text(rs, 14);
      if (path.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new StoredPixels(
              SegmentSlice.of(path, rs.getLong(15), rs.getInt(16), rs.getInt(17)),
              new StoredAxis(
                  StoredAxis.Kind.valueOf(text(rs, 18).toUpperCase(Locale.ROOT)),
                  rs.getDouble(19),
                  rs.getDouble(20),
                  rs.getDouble(21)),
              Optional.empty()));
    }

    private String text(ResultSet rs, int column) throws SQLException {
      String text = rs.getString(column);
      return text == null ? "" : texts.computeIfAbsent(text, same -> same);
    }

    private static double number(ResultSet rs, int column) throws SQLException {
      double number = rs.getDouble(column);
      return rs.wasNull() ? Double.NaN : number;
    }
  }
}
