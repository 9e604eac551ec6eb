package org.pawprint.core.dali;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pawprint.core.time.Mjd;

/** The grammar of SSA 1.1, 8.7.2, rule by rule. */
class RangeListTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  @ParameterizedTest
  @CsvSource({
    "5e-7, 5e-7, 5e-7",
    "3e-7/5e-7, 3e-7, 5e-7",
    "5e-7/3e-7, 3e-7, 5e-7",
    "3e-7/, 3e-7, Infinity",
    "/5e-7, -Infinity, 5e-7",
    "/, -Infinity, Infinity",
    "-1.5/+.5, -1.5, 0.5",
    "1./2E0, 1, 2"
  })
  void readsOneValueOrRange(String text, double lo, double hi) {
    RangeList list = RangeList.ofNumbers("BAND", text);
    assertThat(list.items())
        .containsExactly(new RangeList.Item(new Interval(lo, hi), OptionalDouble.empty()));
    assertThat(list.qualifier()).isEmpty();
  }

  @Test
  void readsListsEmptyItemsStepsAndQualifier() {
    RangeList list = RangeList.ofNumbers("BAND", "1/2/0.1,,3,;source");
    assertThat(list.items())
        .containsExactly(
            new RangeList.Item(new Interval(1, 2), OptionalDouble.of(0.1)),
            new RangeList.Item(new Interval(3, 3), OptionalDouble.empty()));
    assertThat(list.qualifier()).contains("source");
  }

  @Test
  void leavesAllOpenWithoutItems() {
    for (String text : new String[] {"", ",", "  ", ";observer"}) {
      RangeList list = RangeList.ofNumbers("BAND", text);
      assertThat(list.items()).isEmpty();
      assertThat(list.overlaps(new Interval(1, 2))).isTrue();
    }
  }

  @Test
  void takesNamesWhereTheCallerKnowsThem() {
    RangeList list =
        RangeList.ofNumbers(
            "BAND",
            "V,1",
            "V",
            n -> n.equals("V") ? Optional.of(new Interval(5, 6)) : Optional.empty());
    assertThat(list.items())
        .extracting(RangeList.Item::interval)
        .containsExactly(new Interval(5, 6), new Interval(1, 1));
    assertThatThrownBy(() -> RangeList.ofNumbers("BAND", "V")).isInstanceOf(ParameterFaults.class);
    assertThatThrownBy(
            () -> RangeList.ofNumbers("BAND", "1,W", "the band V", n -> Optional.empty()))
        .hasMessageContaining("BAND: 'W' received")
        .hasMessageEndingWith("where a value is a finite number, or the band V");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x", "1 2", "1/x", "NaN", "INF", "Infinity/1", "1e999", "0x10", "1d", "1/2/3/4", "1/2/0",
        "1/2/-1", "1/2/", "1;a;b", "1;", "1;a,b", "1;a/2", "\uFFFD", "\uD83D", "1,\u0000", "--1",
            "."
      })
  void refusesWhatIsNoRangeList(String text) {
    assertThatThrownBy(() -> RangeList.ofNumbers("BAND", text))
        .isInstanceOf(ParameterFaults.class)
        .hasMessageContaining("BAND: '")
        .hasMessageContaining("expected 'lo/hi'");
  }

  @Test
  void refusesAMegabyteQuicklyAndShowsLittleOfIt() {
    for (String unit : List.of("9", "1/2,", "/", ",", ";", "\uD83D\uDD2D")) {
      String text = unit.repeat(1_000_000 / unit.length());
      assertThatThrownBy(() -> RangeList.ofNumbers("BAND", text))
          .isInstanceOfSatisfying(
              ParameterFaults.class,
              e -> assertThat(e.faults().get(0).received()).hasSizeLessThanOrEqualTo(101));
    }
    assertThatThrownBy(() -> RangeList.ofNumbers("BAND", "9".repeat(9000)))
        .isInstanceOf(ParameterFaults.class);
  }

  /** From first moment to the first moment after, both as calendar dates. */
  @ParameterizedTest
  @CsvSource({
    "1998, 1998-01-01T00:00, 1999-01-01T00:00",
    "1998-02, 1998-02-01T00:00, 1998-03-01T00:00",
    "2000-02-29, 2000-02-29T00:00, 2000-03-01T00:00",
    "2000-02-29T12, 2000-02-29T12:00, 2000-02-29T13:00",
    "2000-02-29T12:30, 2000-02-29T12:30, 2000-02-29T12:31",
    "2000-02-29T12:30:15Z, 2000-02-29T12:30:15, 2000-02-29T12:30:16",
    "1990/2000, 1990-01-01T00:00, 2001-01-01T00:00",
    "2000/1990, 1990-01-01T00:00, 2001-01-01T00:00",
    "2000-01/2000-01-15, 2000-01-01T00:00, 2000-02-01T00:00"
  })
  void readsDatesAsTheWholeTimeTheyLeaveOpen(String text, String from, String until) {
    Interval interval = RangeList.ofDates("TIME", text).items().get(0).interval();
    assertThat(interval.lo()).isEqualTo(mjd(from));
    assertThat(interval.hi()).isEqualTo(Math.nextDown(mjd(until)));
  }

  @Test
  void readsOpenDateRangesAndInstants() {
    RangeList list = RangeList.ofDates("TIME", "/1998,2010/,2000-01-01T12:00:00.5Z");
    double instant = mjd("2000-01-01T12:00:00.500");
    assertThat(list.items())
        .extracting(RangeList.Item::interval)
        .containsExactly(
            new Interval(-INF, Math.nextDown(mjd("1999-01-01T00:00"))),
            new Interval(mjd("2010-01-01T00:00"), INF),
            new Interval(instant, instant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "98",
        "19980",
        "1998-13",
        "1998-02-30",
        "1998-1-1",
        "1998-01-01 12:00",
        "55000.5",
        "2000-01-01T24:00",
        "2000-01-01T12:00:61",
        "now",
        "2000-01-01T12:00:00+10:00",
        "NaN"
      })
  void refusesOtherDates(String text) {
    assertThatThrownBy(() -> RangeList.ofDates("TIME", text))
        .isInstanceOf(ParameterFaults.class)
        .hasMessageContaining("TIME: '" + text + "'")
        .hasMessageContaining("yyyy[-mm[-dd[Thh");
  }

  private static double mjd(String utc) {
    return Mjd.of(LocalDateTime.parse(utc));
  }
}
