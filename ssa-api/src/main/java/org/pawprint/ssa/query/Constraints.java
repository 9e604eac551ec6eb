package org.pawprint.ssa.query;

import static org.pawprint.ssa.query.SsaParameter.*;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.time.Mjd;
import org.pawprint.ssa.query.SsaRanges.Span;
import org.pawprint.store.search.Bounds;
import org.pawprint.store.search.Condition;
import org.pawprint.store.search.Unknown;

/**
 * What the parameters other than the cone ask of a row. A constraint on coverage that a row lacks
 * the metadata for counts as met (SSA-1.1 4.1); one on a name does not, for nothing has no name.
 */
final class Constraints {
  private static final Span<Double> ALL_NUMBERS =
      new Span<>(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
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
    constraints.versions();
    constraints.band();
    constraints.time();
    constraints.names();
    constraints.numbers();
    constraints.fluxCalibration();
    return constraints.constraints;
  }

  /** Newest versions only, unless the request names a version or asks what changed. */
  private void versions() {
    Set<String> dids = given.all(PUBDID);
    if (!dids.isEmpty()) {
      constraints.add(Constraint.of(Condition.named(dids)));
    }
    List<SsaRanges<LocalDateTime>> changed = given.readAll(MTIME, Constraints::dates);
    for (SsaRanges<LocalDateTime> range : changed) {
      if (range.spans().size() > 1 || changed.size() > 1) {
        given.fault(MTIME, String.join("' and '", given.all(MTIME)), "one range is wanted");
        return;
      }
      Span<LocalDateTime> span = range.spans().get(0);
      constraints.add(
          Constraint.of(
              Condition.modified(
                  span.low().toInstant(ZoneOffset.UTC), span.high().toInstant(ZoneOffset.UTC))));
    }
    if (dids.isEmpty() && changed.isEmpty()) {
      constraints.add(Constraint.of(Condition.newest()));
    }
  }

  private void band() {
    List<SsaRanges<Double>> bands = given.readAll(BAND, Constraints::wavelengths);
    Set<String> frames = new LinkedHashSet<>();
    bands.forEach(band -> frames.add(band.qualifier().isEmpty() ? "observer" : band.qualifier()));
    if (frames.size() > 1) {
      given.fault(BAND, String.join("' and '", given.all(BAND)), "the frames differ");
    } else if (frames.contains("source")) {
      restFrame(bands, "BAND;source");
    } else if (!bands.isEmpty()) {
      constraints.add(
          Constraint.of(
              Condition.overlaps(
                  ObsCoreColumn.EM_MIN, ObsCoreColumn.EM_MAX, bounds(bands), Unknown.MATCHES)));
    }
    List<SsaRanges<Double>> rest = given.readAll(BANDREST, Constraints::wavelengths);
    if (!rest.isEmpty()) {
      restFrame(rest, BANDREST.name());
    }
  }

  private void restFrame(List<SsaRanges<Double>> bands, String parameter) {
    constraints.add(
        Constraint.noting(
            Condition.overlaps(
                ObsCoreColumn.EM_MIN_REST, ObsCoreColumn.EM_MAX_REST, bounds(bands), Unknown.FAILS),
            NEEDS_REDSHIFT.formatted(parameter)));
  }

  private void time() {
    List<Bounds> bounds = new ArrayList<>();
    for (SsaRanges<LocalDateTime> range : given.readAll(TIME, Constraints::dates)) {
      for (Span<LocalDateTime> span : range.spans()) {
        bounds.add(new Bounds(Mjd.of(span.low()), Mjd.of(span.high())));
      }
    }
    if (!bounds.isEmpty()) {
      constraints.add(
          Constraint.of(
              Condition.overlaps(
                  ObsCoreColumn.T_MIN, ObsCoreColumn.T_MAX, bounds, Unknown.MATCHES)));
    }
  }

  private void names() {
    add(
        given.items(TARGETNAME),
        names -> Condition.oneOf(ObsCoreColumn.TARGET_NAME, names, Unknown.FAILS));
    add(
        given.items(COLLECTION),
        names -> Condition.containsIgnoringCase(ObsCoreColumn.OBS_COLLECTION, names));
    add(
        given.all(CREATORDID),
        names -> Condition.oneOfIgnoringCase(ObsCoreColumn.OBS_CREATOR_DID, names));
    add(
        given.items(TARGETCLASS),
        names -> Condition.oneOfIgnoringCase(ObsCoreColumn.TARGET_CLASS, names));
    add(
        given.items(DPSUBTYPE),
        names -> Condition.oneOfIgnoringCase(ObsCoreColumn.DATAPRODUCT_SUBTYPE, names));
  }

  private void add(Set<String> names, Function<Collection<String>, Condition> condition) {
    if (!names.isEmpty()) {
      constraints.add(Constraint.of(condition.apply(names)));
    }
  }

  private void numbers() {
    List<SsaRanges<Double>> redshifts = given.readAll(REDSHIFT, Constraints::numbers);
    if (!redshifts.isEmpty()) {
      coverage(REDSHIFT, ObsCoreColumn.REDSHIFT, bounds(redshifts));
    }
    atLeast(SNR, ObsCoreColumn.EM_SNR);
    atLeast(SPECRP, ObsCoreColumn.EM_RES_POWER);
  }

  private void atLeast(SsaParameter parameter, ObsCoreColumn column) {
    given
        .read(parameter, SsaNumber::parse)
        .ifPresent(least -> coverage(parameter, column, List.of(Bounds.atLeast(least))));
  }

  private void coverage(SsaParameter parameter, ObsCoreColumn column, List<Bounds> bounds) {
    constraints.add(
        Constraint.noting(
            Condition.between(column, bounds, Unknown.MATCHES),
            KEEPS_UNKNOWN.formatted(parameter)));
  }

  /** FLUXCALIB names the least calibration that will do (SSA-1.1 4.1.2.14). */
  private void fluxCalibration() {
    Set<String> wanted = new LinkedHashSet<>();
    for (String level : given.items(FLUXCALIB)) {
      switch (level.toLowerCase(Locale.ROOT)) {
        case "absolute" -> wanted.add("absolute");
        case "relative" -> wanted.addAll(List.of("relative", "absolute"));
        case "normalized" -> wanted.add("normalized");
        case "any" -> {
          return;
        }
        default ->
            given.fault(FLUXCALIB, level, "it is one of absolute, relative, normalized, any");
      }
    }
    if (!wanted.isEmpty()) {
      constraints.add(
          Constraint.noting(
              Condition.oneOf(ObsCoreColumn.O_CALIB_STATUS, wanted, Unknown.MATCHES),
              KEEPS_UNKNOWN.formatted(FLUXCALIB)));
    }
  }

  private static SsaRanges<Double> wavelengths(String text) {
    SsaRanges<Double> ranges = SsaRanges.parse(text, ALL_NUMBERS, Constraints::wavelength);
    if (!Set.of("", "source", "observer").contains(ranges.qualifier())) {
      throw new IllegalArgumentException("after the semicolon comes source or observer");
    }
    return ranges;
  }

  private static Span<Double> wavelength(String text) {
    double metres;
    try {
      metres = SsaNumber.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no wavelength in metre; names of bands are not known here", e);
    }
    SsaQueryParser.require(metres >= 0, "a wavelength in metre is not negative");
    return new Span<>(metres, metres);
  }

  private static SsaRanges<Double> numbers(String text) {
    return unqualified(
        SsaRanges.parse(
            text,
            ALL_NUMBERS,
            number -> new Span<>(SsaNumber.parse(number), SsaNumber.parse(number))));
  }

  private static SsaRanges<LocalDateTime> dates(String text) {
    return unqualified(SsaRanges.parse(text, SsaDate.EVER, SsaDate::parse));
  }

  private static <T extends Comparable<T>> SsaRanges<T> unqualified(SsaRanges<T> ranges) {
    SsaQueryParser.require(ranges.qualifier().isEmpty(), "no qualifier is known here");
    return ranges;
  }

  private static List<Bounds> bounds(List<SsaRanges<Double>> ranges) {
    return ranges.stream()
        .flatMap(range -> range.spans().stream())
        .map(span -> new Bounds(span.low(), span.high()))
        .toList();
  }
}
