package org.pawprint.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers by astropy 5.2: Time(mjd, format="mjd", scale=...).utc.mjd. */
class TimeScaleTest {
  private static final double MICROSECOND = 1e-6 / 86400;

  @ParameterizedTest
  @CsvSource({
    "TAI, 51609.47434,  51609.47396962963",
    "TAI, 53736.000382, 53736.00000005555",
    "TT,  53159.301203, 53159.300460129634",
    "TAI, 57754.5,      57754.49957175926",
    "TAI, 41317.5,      41317.49988425926",
    "UTC, 55085.5,      55085.5"
  })
  void bringsDaysToUtc(TimeScale scale, double mjd, double utc) {
    assertThat(scale.toUtcMjd(mjd)).isEqualTo(utc, within(10 * MICROSECOND));
  }

  @Test
  void countsSecondsOfAtomicTime() {
    assertThat(TimeScale.TAI.secondsToUtcMjd(4459058583.00))
        .isEqualTo(51609.473969907405, within(MICROSECOND));
  }

  @Test
  void knowsTheNamesOfFitsAndSpectrumDm() {
    assertThat(TimeScale.of("tai")).contains(TimeScale.TAI);
    assertThat(TimeScale.of("TDT")).contains(TimeScale.TT);
    assertThat(TimeScale.of("LST")).isEmpty();
  }
}
