package org.pawprint.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTimeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2004:05:06",
        "2004/05/06",
        "2004-05-06",
        " 2004:05:06  ",
        "2004:5:6",
        "2004-05-06T23:59:59"
      })
  void readsDatesInEveryHeadersSpelling(String card) {
    assertThat(HeaderTime.date(card)).isEqualTo(LocalDate.of(2004, 5, 6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2004:05-06", "06/05/2004", "2004:13:01", "2003:02:29", "not a date", "T"})
  void refusesOtherDatesSayingWhatWouldBeRight(String card) {
    assertThatThrownBy(() -> HeaderTime.date(card))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("right would be");
  }

  @ParameterizedTest
  @CsvSource({
    "12:34:56,12:34:56",
    "12:34:56.7,12:34:56.7",
    "1:2:3.,01:02:03",
    "00:00:00.1234567891,00:00:00.123456789"
  })
  void readsTimesOfDayWithAndWithoutFraction(String card, String expected) {
    assertThat(HeaderTime.timeOfDay(card)).isEqualTo(LocalTime.parse(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12:34", "24:00:00", "12:60:00", "12:34:60", "-1:00:00", "12.5"})
  void refusesOtherTimesOfDay(String card) {
    assertThatThrownBy(() -> HeaderTime.timeOfDay(card))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hh:mm:ss");
  }

  @Test
  void readsDateAndTimeOfOneCard() {
    assertThat(HeaderTime.dateTime("2018-03-04T05:06:07.5Z"))
        .isEqualTo(LocalDateTime.parse("2018-03-04T05:06:07.5"));
    assertThat(HeaderTime.dateTime("2018-03-04"))
        .isEqualTo(LocalDateTime.parse("2018-03-04T00:00"));
  }

  @Test
  void cutsLongTextInTheMessage() {
    assertThatThrownBy(() -> HeaderTime.date("9".repeat(1_000_000)))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(250));
  }

  /** 40 minutes over midnight: 23:50 on the 6th to 00:30 on the 7th. */
  @Test
  void endsExposuresAcrossMidnightOnTheNextDay() {
    ExposureWindow window = ExposureWindow.of("2004:05:06", "23:50:00", "00:30:00");
    assertThat(window.end()).isEqualTo(LocalDateTime.parse("2004-05-07T00:30"));
    assertThat(window.endMjd() - window.startMjd()).isCloseTo(40.0 / 1440, within(1e-10));
    assertThat(window.midMjd())
        .isCloseTo(Mjd.of(LocalDateTime.parse("2004-05-07T00:10")), within(1e-10));
  }

  @Test
  void keepsExposuresWithinADay() {
    assertThat(ExposureWindow.of("2004-12-31", "10:00:00", "10:20:00").end())
        .isEqualTo(LocalDateTime.parse("2004-12-31T10:20"));
    assertThat(ExposureWindow.of("2004-12-31", "10:00:00", "10:00:00").end())
        .isEqualTo(LocalDateTime.parse("2004-12-31T10:00"));
  }

  @Test
  void addsTheExposureTimeWhereThereIsNoEnd() {
    assertThat(ExposureWindow.lasting("2004:12:31", "23:59:00", 120.5).end())
        .isEqualTo(LocalDateTime.parse("2005-01-01T00:01:00.5"));
    assertThatThrownBy(() -> ExposureWindow.lasting("2004:12:31", "23:59:00", Double.NaN))
        .hasMessageContaining("NaN");
  }
}
