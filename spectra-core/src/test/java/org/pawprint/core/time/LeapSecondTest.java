package org.pawprint.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Oracle: astropy 5.2, {@code Time(0, format="mjd", scale="tai") + TimeDelta(s, format="sec")} and
 * {@code Time(day, scale="utc").tai.mjd}.
 */
class LeapSecondTest {
  private static final double MICROSECOND = 1e-6 / 86400;

  @ParameterizedTest
  @CsvSource({
    "3570000000, 41319.44432870371",
    "4459058583, 51609.473969907405",
    "4459062743, 51609.52211805555",
    "4485024000, 51909.99962962963"
  })
  void secondsOfAtomicTimeBecomeDaysOfUtc(double seconds, double utcMjd) {
    assertThat(TimeScale.TAI.secondsToUtcMjd(seconds)).isEqualTo(utcMjd, within(MICROSECOND));
  }

  @ParameterizedTest
  @CsvSource({
    "41499.000127314815, 41499",
    "51179.00037037037, 51179",
    "53736.00038194445, 53736",
    "57754.00042824074, 57754",
    "62502.00042824074, 62502"
  })
  void theDayAfterALeapSecondBeginsWithTheNewOffset(double taiMjd, double utcMjd) {
    assertThat(TimeScale.TAI.toUtcMjd(taiMjd)).isEqualTo(utcMjd, within(MICROSECOND));
  }

  @Test
  void theDayBeforeALeapSecondHasTheOldOffset() {
    // 2016-12-31T12:00:00 UTC is 36 s behind atomic time.
    assertThat(TimeScale.TAI.toUtcMjd(57753.5 + 36.0 / 86400))
        .isEqualTo(57753.5, within(MICROSECOND));
  }
}
