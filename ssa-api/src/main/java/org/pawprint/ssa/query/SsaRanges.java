package org.pawprint.ssa.query;

import java.util.List;
import org.pawprint.core.dali.Interval;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.dali.RangeList;

/**
 * Lists of ranges as parameters (SSA-1.1 8.7.2). What is no such list is answered with {@link
 * ParameterFaults}.
 */
final class SsaRanges {
  private static final String SOURCE = "source";
  private static final String OBSERVER = "observer";

  private SsaRanges() {}

  /** Wavelengths in metre, or names of bands, with their frame behind them or without. */
  static RangeList wavelengths(SsaParameter parameter, String text) {
    RangeList ranges =
        RangeList.ofNumbers(
            parameter.name(), text, "a band, one of " + BandNames.KNOWN, BandNames::metres);
    boolean negative =
        ranges.items().stream()
            .map(RangeList.Item::interval)
            .anyMatch(i -> i.hi() < 0 || (i.lo() < 0 && Double.isFinite(i.lo())));
    boolean knownFrame =
        ranges
            .qualifier()
            .map(frame -> frame.equalsIgnoreCase(SOURCE) || frame.equalsIgnoreCase(OBSERVER))
            .orElse(true);
    if (negative || !knownFrame) {
      throw ParameterFaults.of(
          parameter.name(),
          text,
          "wavelengths in metre, not below 0, with ;source or ;observer or nothing behind them");
    }
    return ranges;
  }

  static boolean isAtSource(RangeList wavelengths) {
    return wavelengths.qualifier().filter(SOURCE::equalsIgnoreCase).isPresent();
  }

  static RangeList numbers(SsaParameter parameter, String text) {
    return unqualified(parameter, text, RangeList.ofNumbers(parameter.name(), text));
  }

  static RangeList dates(SsaParameter parameter, String text) {
    return unqualified(parameter, text, RangeList.ofDates(parameter.name(), text));
  }

  static Interval oneOfDates(SsaParameter parameter, String text) {
    List<Interval> intervals = intervals(List.of(dates(parameter, text)));
    if (intervals.size() != 1) {
      throw ParameterFaults.of(
          parameter.name(), text, "one range of dates, as in 2026-11-01/2026-11-22");
    }
    return intervals.get(0);
  }

  private static RangeList unqualified(SsaParameter parameter, String text, RangeList ranges) {
    if (ranges.qualifier().isPresent()) {
      throw ParameterFaults.of(parameter.name(), text, "no qualifier");
    }
    return ranges;
  }

  static List<Interval> intervals(List<RangeList> lists) {
    return lists.stream()
        .flatMap(list -> list.items().stream())
        .map(RangeList.Item::interval)
        .toList();
  }
}
