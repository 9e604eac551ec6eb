package org.pawprint.store.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.pawprint.core.dali.Interval;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.sky.Cone;
import org.pawprint.core.sky.ConeCover;
import org.pawprint.core.sky.ConvexPolygon;
import org.pawprint.core.sky.IndexRange;
import org.pawprint.core.sky.Polygon;
import org.pawprint.core.sky.SkyRegion;
import org.pawprint.core.sky.UnitVector;
import org.pawprint.core.time.Mjd;

/**
 * One constraint on rows: a fragment of SQL over {@code catalogue.obscore o} and the values of its
 * parameters. What a user wrote travels only as a value.
 */
public final class Condition {
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private final String sql;
  private final List<Object> values;

  private Condition(String sql, List<Object> values) {
    this.sql = sql;
    this.values = List.copyOf(values);
  }

  String sql() {
    return sql;
  }

  List<Object> values() {
    return values;
  }

  /** Roughly how many characters it takes in a statement. */
  public int length() {
    int length = sql.length();
    for (Object value : values) {
      if (value instanceof String[] texts) {
        for (String text : texts) {
          length += text.length();
        }
      } else {
        length += String.valueOf(value).length();
      }
    }
    return length;
  }

  /** Rows whose position lies in the region, rim included; never one without a position. */
  public static Condition within(SkyRegion region) {
    if (region instanceof Cone cone) {
      return within(cone);
    }
    if (region instanceof SkyRegion.Range range) {
      Interval ra = new Interval(range.raFrom(), range.raTo());
      Interval dec = new Interval(range.decFrom(), range.decTo());
      return between(ObsCoreColumn.S_RA, List.of(ra), Unknown.FAILS)
          .and(between(ObsCoreColumn.S_DEC, List.of(dec), Unknown.FAILS));
    }
    return within((Polygon) region);
  }

  /** The chord between unit vectors decides, which unlike the cosine is precise at small radii. */
  private static Condition within(Cone cone) {
    if (cone.radiusDeg() >= 180) {
      return new Condition("o.healpix IS NOT NULL", List.of());
    }
    Chord chord = Chord.from(cone.centre());
    List<Object> values = new ArrayList<>(chord.values());
    values.add(Chord.squaredOf(cone.radiusDeg()));
    return new Condition(near(cone) + " AND " + Chord.SQUARED + " <= ?", values);
  }

  /**
   * Literal ranges of HEALPix numbers, which preselect by the index; a join to a list of ranges
   * would scan.
   */
  private static String near(Cone cone) {
    StringJoiner ranges = new StringJoiner(" OR ", "(", ")");
    for (IndexRange range : ConeCover.ranges(cone)) {
      ranges.add("o.healpix BETWEEN " + range.first() + " AND " + range.lastInclusive());
    }
    return ranges.toString();
  }

  private static Condition within(Polygon polygon) {
    return new Condition(near(polygon.bounds()), List.of())
        .and(anyOf(polygon.pieces().stream().map(Condition::within).toList()));
  }

  private static Condition within(ConvexPolygon piece) {
    StringJoiner inside = new StringJoiner(" AND ");
    List<Object> values = new ArrayList<>();
    for (UnitVector pole : piece.poles()) {
      inside.add("o.x * ? + o.y * ? + o.z * ? >= " + ConvexPolygon.LEAST_PRODUCT);
      values.addAll(List.of(pole.x(), pole.y(), pole.z()));
    }
    return new Condition(inside.toString(), values);
  }

  /** Rows that meet one of the conditions at least; there is at least one. */
  public static Condition anyOf(List<Condition> conditions) {
    StringJoiner any = new StringJoiner(" OR ");
    List<Object> values = new ArrayList<>();
    for (Condition condition : conditions) {
      any.add("(" + condition.sql + ")");
      values.addAll(condition.values);
    }
    return new Condition(any.toString(), values);
  }

  /** Rows that meet both. */
  public Condition and(Condition other) {
    List<Object> both = new ArrayList<>(values);
    both.addAll(other.values);
    return new Condition("(" + sql + ") AND (" + other.sql + ")", both);
  }

  /** Rows whose coverage from {@code low} to {@code high} has a point in one of the intervals. */
  public static Condition overlaps(
      ObsCoreColumn low, ObsCoreColumn high, List<Interval> intervals, Unknown unknown) {
    String from = name(low);
    String to = name(high);
    StringJoiner any = new StringJoiner(" OR ", "(", ")");
    List<Object> values = new ArrayList<>();
    if (unknown == Unknown.MATCHES) {
      any.add(from + " IS NULL OR " + to + " IS NULL");
    }
    for (Interval interval : intervals) {
      StringJoiner both = new StringJoiner(" AND ", "(", ")");
      both.add(from + " <= ?").add(to + " >= ?");
      values.add(interval.hi());
      values.add(interval.lo());
      any.add(both.toString());
    }
    return new Condition(any.toString(), values);
  }

  /** Rows whose value lies in one of the intervals. */
  public static Condition between(ObsCoreColumn column, List<Interval> intervals, Unknown unknown) {
    return overlaps(column, column, intervals, unknown);
  }

  /** Rows whose value is exactly one of these. */
  public static Condition oneOf(ObsCoreColumn column, Collection<String> texts, Unknown unknown) {
    String equal = name(column) + " = ANY (?)";
    return new Condition(
        unknown == Unknown.MATCHES ? "(" + name(column) + " IS NULL OR " + equal + ")" : equal,
        one(texts.toArray(String[]::new)));
  }

  /** Rows whose value is one of these in any case. */
  public static Condition oneOfIgnoringCase(ObsCoreColumn column, Collection<String> texts) {
    return new Condition("lower(" + name(column) + ") = ANY (?)", one(lower(texts)));
  }

  /** Rows whose value holds one of these somewhere, in any case. */
  public static Condition containsIgnoringCase(ObsCoreColumn column, Collection<String> texts) {
    StringJoiner any = new StringJoiner(" OR ", "(", ")");
    List<Object> values = new ArrayList<>();
    for (String text : texts) {
      any.add("strpos(lower(" + name(column) + "), ?) > 0");
      values.add(text.toLowerCase(Locale.ROOT));
    }
    return new Condition(any.toString(), values);
  }

  /**
   * The versions a publisher DID names, in any case: exactly that one when it carries a version,
   * superseded or not; the newest when it does not.
   */
  public static Condition named(Collection<String> dids) {
    String[] lower = lower(dids);
    return new Condition(
        """
        o.spectrum_id IN (
          SELECT s.id FROM catalogue.spectrum s
          WHERE lower(s.did) = ANY (?) OR (s.newest AND lower(s.alias) = ANY (?)))\
        """,
        List.of((Object) lower, lower));
  }

  /** Rows whose time lies in one of the intervals of MJD, UTC; never one without a time. */
  public static Condition dated(ObsCoreColumn column, List<Interval> mjd) {
    return anyOf(
        mjd.stream()
            .map(
                i ->
                    new Condition(
                        name(column) + " BETWEEN ? AND ?",
                        List.of(instant(i.lo()), instant(i.hi()))))
            .toList());
  }

  /** Rows created, changed, superseded or withdrawn in an interval of MJD, UTC. */
  public static Condition modified(Interval mjd) {
    return dated(ObsCoreColumn.LAST_MODIFIED, List.of(mjd));
  }

  private static Instant instant(double mjd) {
    if (Double.isInfinite(mjd)) {
      return mjd < 0 ? EARLIEST : LATEST;
    }
    return Mjd.toInstant(mjd);
  }

  /** An array as one value; {@code List.of} alone would take it for several. */
  private static List<Object> one(String[] texts) {
    return List.<Object>of((Object) texts);
  }

  private static String[] lower(Collection<String> texts) {
    return texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toArray(String[]::new);
  }

  private static String name(ObsCoreColumn column) {
    return "o." + column.column();
  }
}
