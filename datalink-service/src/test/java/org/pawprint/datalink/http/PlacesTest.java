package org.pawprint.datalink.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private final Places places = new Places(1, Duration.ZERO, "come again");

  /** 429 is of RFC 6585, 4; the words are those of DataLink 1.1, 3.4 and SODA 1.0, 5.2. */
  @Test
  void sendsAwayWhoFindsNoneUntilOneIsFree() {
    try (Places.Place place = places.take()) {
      assertThatThrownBy(places::take)
          .isInstanceOfSatisfying(
              ServiceFault.class,
              fault -> {
                assertThat(fault.status()).isEqualTo(429);
                assertThat(FaultWords.DATALINK.text(fault)).isEqualTo("TransientFault: come again");
                assertThat(FaultWords.SODA.text(fault)).isEqualTo("ServiceUnavailable: come again");
              });
    }

    places.take().close();
    places.take().close();
  }
}
