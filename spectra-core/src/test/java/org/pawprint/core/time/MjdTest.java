package org.pawprint.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MjdTest {
  /** By astropy 5.2.1: Time(..., scale='utc').mjd. */
  @ParameterizedTest
  @CsvSource({
    "1858-11-17T00:00:00,0.0",
    "2000-01-01T12:00:00,51544.5",
    "2012-02-29T23:59:59.5,55986.999994212965",
    "1997-08-01T13:21:07.25,50661.556333912034",
    "2026-11-22T10:00:00,61366.416666666664"
  })
  void countsDaysAsAstropyDoesAndBack(String utc, double mjd) {
    LocalDateTime dateTime = LocalDateTime.parse(utc);
    assertThat(Mjd.of(dateTime)).isCloseTo(mjd, within(1e-11));
    assertThat(Mjd.of(Instant.parse(utc + "Z"))).isCloseTo(mjd, within(1e-11));
    assertThat(Mjd.toDateTime(mjd)).isEqualTo(dateTime);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1e300, 5_000_001})
  void refusesDaysOutsideTheCalendar(double mjd) {
    assertThatThrownBy(() -> Mjd.toInstant(mjd)).isInstanceOf(IllegalArgumentException.class);
  }
}
