package org.pawprint.datalink.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {

  @ParameterizedTest
  @CsvSource({
    "3700, 8850, 10, 4000 5000 6000 7000 8000",
    "4713, 4903, 10, 4720 4740 4760 4780 4800 4820 4840 4860 4880 4900",
    "-0.31, 1.2, 4, 0.0 0.5 1.0",
    "-7, 7, 3, -5 0 5",
    "0, 0.0021, 3, 0 0.001 0.002",
    "2, 4, 2, 2 3 4"
  })
  void areRoundNumbersInPlainDigits(double low, double high, int room, String labels) {
    List<Ticks.Tick> ticks = Ticks.within(low, high, room);

    assertThat(ticks.stream().map(Ticks.Tick::label).toList())
        .containsExactly(labels.replace("0.0 ", "0 ").split(" "));
    assertThat(ticks).allSatisfy(t -> assertThat(t.value()).isBetween(low, high));
  }
}
