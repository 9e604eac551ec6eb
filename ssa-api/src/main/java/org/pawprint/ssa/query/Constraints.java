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
import static org.pawprint.ssa.query.SsaParameter.SPECRP;
import static org.pawprint.ssa.query.SsaParameter.TARGETCLASS;
import static org.pawprint.ssa.query.SsaParameter.TARGETNAME;
import static org.pawprint.ssa.query.SsaParameter.TIME;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.pawprint.core.dali.Interval;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.dali.RangeList;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.store.search.Condition;
import org.pawprint.store.search.Unknown;

/**
 * What the parameters other than the cone ask of a row. A constraint on coverage that a row lacks
 * the metadata for counts as met (SSA-1.1 4.1); one on a name does not, for nothing has no name.
 */
final class Constraints {
  private static final String SOURCE = "source";
  private static final String SPECTRUM = "spectrum";
  private static final String NEEDS_REDSHIFT =
      "%s is about the rest frame of the source: spectra without a redshift are left out";
  private static final String KEEPS_UNKNOWN =
      "%s: spectra for which this is unknown are not left out (SSA 1.1)";

  private final Given given;
  private final List<Constraint> constraints = new ArrayList<>();

  private Constraints(Given given) {
    this.given = given;
  }

  static List<Constraint> of(Given given) {
    Constraints constraints = new Constraints(given);
    constraints.spectraOnly();
    constraints.versions();
    constraints.bands();
    constraints.times();
    constraints.names();
    constraints.numbers();
    constraints.fluxCalibration();
    return constraints.constraints;
  }

  /** The catalogue holds cubes, too, which this protocol has no words for. */
  private void spectraOnly() {
    constraints.add(
        Constraint.of(
            Condition.oneOf(ObsCoreColumn.DATAPRODUCT_TYPE, List.of(SPECTRUM), Unknown.FAILS)));
  }

  /** Newest versions only, unless the request names a version or asks what changed. */
  private void versions() {
    Set<String> dids = given.all(PUBDID);
    if (!dids.isEmpty()) {
      constraints.add(Constraint.of(Condition.named(dids)));
    }
    Optional<Interval> changed = given.read(MTIME, Constraints::oneRangeOfDates);
    changed.map(Condition::modified).map(Constraint::of).ifPresent(constraints::add);
    if (dids.isEmpty() && changed.isEmpty()) {
      constraints.add(Constraint.of(Condition.newest()));
    }
  }

  private static Interval oneRangeOfDates(String text) {
    List<Interval> intervals = intervals(List.of(unqualified(MTIME, text, dates(MTIME, text))));
    if (intervals.size() != 1) {
      throw ParameterFaults.of(
          MTIME.name(), text, "one range of dates, as in 2026-11-01/2026-11-22");
    }
    return intervals.get(0);
  }

  private void bands() {
    List<RangeList> bands = given.readAll(BAND, text -> wavelengths(BAND, text));
    Set<Boolean> atSource = new LinkedHashSet<>();
    bands.forEach(band -> atSource.add(band.qualifier().filter(Constraints::isSource).isPresent()));
    if (atSource.size() > 1) {
      given.fault(BAND, String.join("' and '", given.all(BAND)), "wavelengths of one frame");
    } else if (atSource.contains(true)) {
      restFrame(bands, "BAND;source");
    } else {
      overlap(ObsCoreColumn.EM_MIN, ObsCoreColumn.EM_MAX, bands);
    }
    restFrame(given.readAll(BANDREST, text -> wavelengths(BANDREST, text)), BANDREST.name());
  }

  private void restFrame(List<RangeList> bands, String parameter) {
    List<Interval> intervals = intervals(bands);
    if (!intervals.isEmpty()) {
      constraints.add(
          Constraint.noting(
              Condition.overlaps(
                  ObsCoreColumn.EM_MIN_REST, ObsCoreColumn.EM_MAX_REST, intervals, Unknown.FAILS),
              NEEDS_REDSHIFT.formatted(parameter)));
    }
  }

  private void times() {
    overlap(
        ObsCoreColumn.T_MIN,
        ObsCoreColumn.T_MAX,
        given.readAll(TIME, text -> unqualified(TIME, text, dates(TIME, text))));
  }

  private void overlap(ObsCoreColumn low, ObsCoreColumn high, List<RangeList> ranges) {
    List<Interval> intervals = intervals(ranges);
    if (!intervals.isEmpty()) {
      constraints.add(Constraint.of(Condition.overlaps(low, high, intervals, Unknown.MATCHES)));
    }
  }

  private void names() {
    named(
        given.items(TARGETNAME),
        names -> Condition.oneOf(ObsCoreColumn.TARGET_NAME, names, Unknown.FAILS));
    named(
        given.items(COLLECTION),
        names -> Condition.containsIgnoringCase(ObsCoreColumn.OBS_COLLECTION, names));
    named(
        given.all(CREATORDID),
        names -> Condition.oneOfIgnoringCase(ObsCoreColumn.OBS_CREATOR_DID, names));
    named(
        given.items(TARGETCLASS),
        names -> Condition.oneOfIgnoringCase(ObsCoreColumn.TARGET_CLASS, names));
    named(
        given.items(DPSUBTYPE),
        names -> Condition.oneOfIgnoringCase(ObsCoreColumn.DATAPRODUCT_SUBTYPE, names));
  }

  private void named(Set<String> names, Function<Collection<String>, Condition> condition) {
    if (!names.isEmpty()) {
      constraints.add(Constraint.of(condition.apply(names)));
    }
  }

  private void numbers() {
    List<RangeList> redshifts =
        given.readAll(
            REDSHIFT,
            text -> unqualified(REDSHIFT, text, RangeList.ofNumbers(REDSHIFT.name(), text)));
    within(REDSHIFT, ObsCoreColumn.REDSHIFT, intervals(redshifts));
    atLeast(SNR, ObsCoreColumn.EM_SNR);
    atLeast(SPECRP, ObsCoreColumn.EM_RES_POWER);
  }

  private void atLeast(SsaParameter parameter, ObsCoreColumn column) {
    given
        .read(parameter, text -> SsaNumber.require(parameter, text, n -> true, "a decimal number"))
        .ifPresent(
            least ->
                within(parameter, column, List.of(new Interval(least, Double.POSITIVE_INFINITY))));
  }

  private void within(SsaParameter parameter, ObsCoreColumn column, List<Interval> intervals) {
    if (!intervals.isEmpty()) {
      constraints.add(
          Constraint.noting(
              Condition.between(column, intervals, Unknown.MATCHES),
              KEEPS_UNKNOWN.formatted(parameter)));
    }
  }

  /** FLUXCALIB names the least calibration that will do (SSA-1.1 4.1.2.14). */
  private void fluxCalibration() {
    Set<String> wanted = new LinkedHashSet<>();
    boolean any = false;
    for (String level : given.items(FLUXCALIB)) {
      switch (level.toLowerCase(Locale.ROOT)) {
        case "absolute" -> wanted.add("absolute");
        case "relative" -> wanted.addAll(List.of("relative", "absolute"));
        case "normalized" -> wanted.add("normalized");
        case "any" -> any = true;
        default -> given.fault(FLUXCALIB, level, "absolute, relative, normalized or any");
      }
    }
    if (!any && !wanted.isEmpty()) {
      constraints.add(
          Constraint.noting(
              Condition.oneOf(ObsCoreColumn.O_CALIB_STATUS, wanted, Unknown.MATCHES),
              KEEPS_UNKNOWN.formatted(FLUXCALIB)));
    }
  }

  private static RangeList wavelengths(SsaParameter parameter, String text) {
    RangeList ranges = RangeList.ofNumbers(parameter.name(), text);
    boolean negative =
        ranges.items().stream()
            .map(RangeList.Item::interval)
            .anyMatch(i -> i.hi() < 0 || (i.lo() < 0 && Double.isFinite(i.lo())));
    boolean knownFrame =
        ranges
            .qualifier()
            .map(frame -> isSource(frame) || frame.equalsIgnoreCase("observer"))
            .orElse(true);
    if (negative || !knownFrame) {
      throw ParameterFaults.of(
          parameter.name(),
          text,
          "wavelengths in metre, not below 0, with ;source or ;observer or nothing behind them");
    }
    return ranges;
  }

  private static boolean isSource(String frame) {
    return frame.equalsIgnoreCase(SOURCE);
  }

  private static RangeList dates(SsaParameter parameter, String text) {
    return RangeList.ofDates(parameter.name(), text);
  }

  private static RangeList unqualified(SsaParameter parameter, String text, RangeList ranges) {
    if (ranges.qualifier().isPresent()) {
      throw ParameterFaults.of(parameter.name(), text, "no qualifier");
    }
    return ranges;
  }

  private static List<Interval> intervals(List<RangeList> lists) {
    return lists.stream()
        .flatMap(list -> list.items().stream())
        .map(RangeList.Item::interval)
        .toList();
  }
}
