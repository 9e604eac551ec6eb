package org.pawprint.listener.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryDelayTest {
  private static final RandomGenerator MIDDLE = fixed(0.5);

  /** 5 s doubled each time, ten minutes at most. */
  @ParameterizedTest
  @CsvSource({"0, 5", "1, 10", "2, 20", "6, 320", "7, 600", "8, 600", "1000000, 600"})
  void doublesUpToTenMinutes(int attempts, long seconds) {
    assertThat(new RetryDelay(MIDDLE).after(attempts)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 5000", "0, 2, 15000", "0.999999999, 2, 25000", "0.999999999, 20, 600000"})
  void variesByAQuarterWithinTheBounds(double chance, int attempts, long millis) {
    assertThat(new RetryDelay(fixed(chance)).after(attempts)).isEqualTo(Duration.ofMillis(millis));
  }

  private static RandomGenerator fixed(double value) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        return 0;
      }

      @Override
      public double nextDouble() {
        return value;
      }
    };
  }
}
