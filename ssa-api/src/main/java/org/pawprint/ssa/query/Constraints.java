package org.pawprint.ssa.query;

import static org.pawprint.ssa.query.SsaParameter.BAND;
import static org.pawprint.ssa.query.SsaParameter.BANDREST;
import static org.pawprint.ssa.query.SsaParameter.COLLECTION;
import static org.pawprint.ssa.query.SsaParameter.CREATORDID;
import static org.pawprint.ssa.query.SsaParameter.DPSUBTYPE;
import static org.pawprint.ssa.query.SsaParameter.FLUXCALIB;
import static org.pawprint.ssa.query.SsaParameter.MTIME;
import static org.pawprint.ssa.query.SsaParameter.PUBDID;
import static org.pawprint.ssa.query.SsaParameter.REDSHIFT;
import static org.pawprint.ssa.query.SsaParameter.SNR;
import static org.pawprint.ssa.query.SsaParameter.SPATRES;
import static org.pawprint.ssa.query.SsaParameter.SPECRP;
import static org.pawprint.ssa.query.SsaParameter.TARGETCLASS;
import static org.pawprint.ssa.query.SsaParameter.TARGETNAME;
import static org.pawprint.ssa.query.SsaParameter.TIME;
import static org.pawprint.ssa.query.SsaParameter.TIMERES;
import static org.pawprint.ssa.query.SsaParameter.WAVECALIB;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.pawprint.core.dali.Interval;
import org.pawprint.core.dali.RangeList;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.store.search.Condition;
import org.pawprint.store.search.Unknown;
import org.pawprint.store.search.Versions;

/**
 * What the parameters other than the cone ask of a row. A constraint on coverage that a row lacks
 * the metadata for counts as met (SSA-1.1 4.1); one on a name does not, for nothing has no name.
 */
final class Constraints {
  private static final String SPECTRUM = "spectrum";
  private static final String NEEDS_REDSHIFT =
      "%s is about the rest frame of the source: spectra without a redshift are left out";
  private static final String KEEPS_UNKNOWN =
      "%s: spectra for which this is unknown are not left out (SSA 1.1)";

  private static final double ARCSEC_PER_DEGREE = 3600;

  private static final Map<String, List<String>> FLUX_LEVELS =
      levels(
          Map.of(
              "absolute", List.of("absolute"),
              "relative", List.of("relative", "absolute"),
              "normalized", List.of("normalized")));

  /** Data Central's word {@code calibrated} is about wavelengths in physical units. */
  private static final Map<String, List<String>> WAVE_LEVELS =
      levels(
          Map.of(
              "absolute", List.of("absolute", "calibrated"),
              "relative", List.of("relative", "absolute", "calibrated")));

  private final Given given;
  private final List<Constraint> constraints = new ArrayList<>();

  private Constraints(Given given) {
    this.given = given;
  }

  static List<Constraint> of(Given given) {
    Constraints constraints = new Constraints(given);
    constraints.spectraOnly();
    constraints.identity();
    constraints.bands();
    constraints.times();
    constraints.names();
    constraints.numbers();
    constraints.calibration();
    return constraints.constraints;
  }

  /** The catalogue holds cubes, too, which this protocol has no words for. */
  private void spectraOnly() {
    constraints.add(
        Constraint.of(
            "", Condition.oneOf(ObsCoreColumn.DATAPRODUCT_TYPE, List.of(SPECTRUM), Unknown.FAILS)));
  }

  /** Newest versions only, unless the request names a version or asks what changed. */
  static Versions versions(Given given) {
    return given.all(PUBDID).isEmpty() && given.all(MTIME).isEmpty()
        ? Versions.NEWEST
        : Versions.ALL;
  }

  private void identity() {
    Set<String> dids = given.all(PUBDID);
    if (!dids.isEmpty()) {
      constraints.add(Constraint.of(PUBDID.name(), Condition.named(dids)));
    }
    given
        .read(MTIME, text -> SsaRanges.oneOfDates(MTIME, text))
        .map(Condition::modified)
        .map(condition -> Constraint.of(MTIME.name(), condition))
        .ifPresent(constraints::add);
  }

  private void bands() {
    List<RangeList> bands = given.readAll(BAND, text -> SsaRanges.wavelengths(BAND, text));
    Set<Boolean> atSource = new LinkedHashSet<>();
    bands.forEach(band -> atSource.add(SsaRanges.isAtSource(band)));
    if (atSource.size() > 1) {
      given.fault(BAND, String.join("' and '", given.all(BAND)), "wavelengths of one frame");
    } else if (atSource.contains(true)) {
      restFrame(bands, "BAND;source");
    } else {
      overlap(BAND, ObsCoreColumn.EM_MIN, ObsCoreColumn.EM_MAX, bands);
    }
    restFrame(
        given.readAll(BANDREST, text -> SsaRanges.wavelengths(BANDREST, text)), BANDREST.name());
  }

  private void restFrame(List<RangeList> bands, String parameter) {
    List<Interval> intervals = SsaRanges.intervals(bands);
    if (!intervals.isEmpty()) {
      constraints.add(
          Constraint.noting(
              parameter,
              Condition.overlaps(
                  ObsCoreColumn.EM_MIN_REST, ObsCoreColumn.EM_MAX_REST, intervals, Unknown.FAILS),
              NEEDS_REDSHIFT.formatted(parameter)));
    }
  }

  private void times() {
    overlap(
        TIME,
        ObsCoreColumn.T_MIN,
        ObsCoreColumn.T_MAX,
        given.readAll(TIME, text -> SsaRanges.dates(TIME, text)));
  }

  private void overlap(
      SsaParameter parameter, ObsCoreColumn low, ObsCoreColumn high, List<RangeList> ranges) {
    List<Interval> intervals = SsaRanges.intervals(ranges);
    if (!intervals.isEmpty()) {
      constraints.add(
          Constraint.of(
              parameter.name(), Condition.overlaps(low, high, intervals, Unknown.MATCHES)));
    }
  }

  private void names() {
    named(
        TARGETNAME,
        given.items(TARGETNAME),
        names -> Condition.oneOf(ObsCoreColumn.TARGET_NAME, names, Unknown.FAILS));
    named(
        COLLECTION,
        given.fewItems(COLLECTION),
        names -> Condition.containsIgnoringCase(ObsCoreColumn.OBS_COLLECTION, names));
    named(
        CREATORDID,
        given.all(CREATORDID),
        names -> Condition.oneOfIgnoringCase(ObsCoreColumn.OBS_CREATOR_DID, names));
    named(
        TARGETCLASS,
        given.items(TARGETCLASS),
        names -> Condition.oneOfIgnoringCase(ObsCoreColumn.TARGET_CLASS, names));
    named(
        DPSUBTYPE,
        given.items(DPSUBTYPE),
        names -> Condition.oneOfIgnoringCase(ObsCoreColumn.DATAPRODUCT_SUBTYPE, names));
  }

  private void named(
      SsaParameter parameter,
      Set<String> names,
      Function<Collection<String>, Condition> condition) {
    if (!names.isEmpty()) {
      constraints.add(Constraint.of(parameter.name(), condition.apply(names)));
    }
  }

  private void numbers() {
    List<RangeList> redshifts = given.readAll(REDSHIFT, text -> SsaRanges.numbers(REDSHIFT, text));
    within(REDSHIFT, ObsCoreColumn.REDSHIFT, SsaRanges.intervals(redshifts));
    atLeast(SNR, ObsCoreColumn.EM_SNR);
    atLeast(SPECRP, ObsCoreColumn.EM_RES_POWER);
    atMost(SPATRES, ObsCoreColumn.S_RESOLUTION, ARCSEC_PER_DEGREE);
    atMost(TIMERES, ObsCoreColumn.T_RESOLUTION, 1);
  }

  private void atLeast(SsaParameter parameter, ObsCoreColumn column) {
    given
        .read(parameter, text -> SsaNumber.require(parameter, text, n -> true, "a decimal number"))
        .ifPresent(
            least ->
                within(parameter, column, List.of(new Interval(least, Double.POSITIVE_INFINITY))));
  }

  /** A resolution: the finer, the smaller. */
  private void atMost(SsaParameter parameter, ObsCoreColumn column, double columnUnits) {
    positive(parameter)
        .ifPresent(most -> within(parameter, column, List.of(new Interval(0, most * columnUnits))));
  }

  private Optional<Double> positive(SsaParameter parameter) {
    return given.read(
        parameter, text -> SsaNumber.require(parameter, text, n -> n > 0, "a number above 0"));
  }

  private void within(SsaParameter parameter, ObsCoreColumn column, List<Interval> intervals) {
    if (!intervals.isEmpty()) {
      constraints.add(
          Constraint.noting(
              parameter.name(),
              Condition.between(column, intervals, Unknown.MATCHES),
              KEEPS_UNKNOWN.formatted(parameter)));
    }
  }

  /** Both name the least calibration that will do (SSA-1.1 4.1.2.14 and 4.1.2.15). */
  private void calibration() {
    atLeast(FLUXCALIB, ObsCoreColumn.O_CALIB_STATUS, FLUX_LEVELS);
    atLeast(WAVECALIB, ObsCoreColumn.EM_CALIB_STATUS, WAVE_LEVELS);
  }

  /**
   * @param levels words of the column that each value of the parameter is content with; none for
   *     one that is content with all
   */
  private void atLeast(
      SsaParameter parameter, ObsCoreColumn column, Map<String, List<String>> levels) {
    Set<String> wanted = new LinkedHashSet<>();
    boolean any = false;
    for (String level : given.items(parameter)) {
      List<String> words = levels.get(level.toLowerCase(Locale.ROOT));
      if (words == null) {
        given.fault(parameter, level, "one of " + String.join(", ", levels.keySet()));
      } else {
        any |= words.isEmpty();
        wanted.addAll(words);
      }
    }
    if (!any && !wanted.isEmpty()) {
      constraints.add(
          Constraint.noting(
              parameter.name(),
              Condition.oneOf(column, wanted, Unknown.MATCHES),
              KEEPS_UNKNOWN.formatted(parameter)));
    }
  }

  private static Map<String, List<String>> levels(Map<String, List<String>> levels) {
    Map<String, List<String>> all = new TreeMap<>(levels);
    all.put("any", List.of());
    return Collections.unmodifiableMap(all);
  }
}
