package org.pawprint.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MutableClockTest {

  @Test
  void standsStillUntilMoved() {
    MutableClock clock = MutableClock.at("2026-03-01T12:00:00Z");
    Clock inSydney = clock.withZone(ZoneId.of("Australia/Sydney"));

    assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
    clock.advance(Duration.ofHours(1));

    assertThat(inSydney.instant()).isEqualTo(Instant.parse("2026-03-01T13:00:00Z"));
    assertThat(inSydney.getZone()).isEqualTo(ZoneId.of("Australia/Sydney"));
  }
}
