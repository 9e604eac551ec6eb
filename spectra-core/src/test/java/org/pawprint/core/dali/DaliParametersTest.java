package org.pawprint.core.dali;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaliParametersTest {
  @Test
  void findsNamesInAnyCaseAndKeepsOrderAndRepeats() {
    Map<String, String[]> pairs = new LinkedHashMap<>();
    pairs.put("id", new String[] {"b", "a"});
    pairs.put("Pos", new String[] {""});
    pairs.put("ID", new String[] {"b"});
    pairs.put("", new String[] {"lost", ""});
    DaliParameters parameters = DaliParameters.of(pairs);
    assertThat(parameters.values("Id")).containsExactly("b", "a", "b");
    assertThat(parameters.names()).containsExactly("ID", "POS");
    assertThat(parameters.has("pos")).isTrue();
    assertThat(parameters.single("POS")).isEmpty();
    assertThat(parameters.values("SIZE")).isEmpty();
  }

  @Test
  void takesEqualRepeatsAsOneAndRefusesDifferentOnes() {
    assertThat(parameters("SIZE", "1", "", "1").single("size")).contains("1");
    assertThatThrownBy(() -> parameters("SIZE", "1", "2").single("size"))
        .hasMessage("SIZE: '1' and '2' received, expected one value");
  }

  @ParameterizedTest
  @CsvSource({
    "10,10",
    "0,0",
    "+7,7",
    "0012,12",
    "5000,1000",
    "99999999999999999999,1000",
    "'',100"
  })
  void readsMaxrecUpToTheCeiling(String text, int rows) {
    assertThat(MaxRec.of(parameters("maxrec", text), 100, 1000)).isEqualTo(new MaxRec(rows));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "ten", "1e3", "NaN", "0x10", "1 2", "\uFFFD", "٣"})
  void refusesMaxrecThatIsNoCount(String text) {
    assertThatThrownBy(() -> MaxRec.of(parameters("MAXREC", text), 100, 1000))
        .hasMessage("MAXREC: '" + text + "' received, expected a whole number, 0 or more");
  }

  @Test
  void asksForOneRowMoreSoThatOverflowShows() {
    assertThat(new MaxRec(Integer.MAX_VALUE).rowsToFetch()).isEqualTo(2147483648L);
    assertThat(new MaxRec(0).metadataOnly()).isTrue();
  }

  @Test
  void collectsEveryFault() {
    FaultCollector faults = new FaultCollector();
    faults.throwIfAny();
    DaliParameters parameters = parameters("MAXREC", "x");
    assertThat(faults.attempt(() -> MaxRec.of(parameters, 5, 9), new MaxRec(5)).rows())
        .isEqualTo(5);
    faults.attempt(() -> Interval.parse("BAND", "2 1"), Interval.ALL);
    assertThatThrownBy(faults::throwIfAny)
        .isInstanceOfSatisfying(
            ParameterFaults.class,
            e ->
                assertThat(e.faults())
                    .extracting(ParameterFault::parameter)
                    .isEqualTo(List.of("MAXREC", "BAND")))
        .hasMessageContaining("; BAND");
  }

  @Test
  void cutsWhatWasReceivedWithoutSplittingACharacter() {
    ParameterFault fault =
        new ParameterFault("POS", "x".repeat(99) + "\uD83D\uDD2D".repeat(9), "y");
    assertThat(fault.received()).isEqualTo("x".repeat(99) + "…");
    assertThat(new ParameterFault("POS", fault.received(), "y")).isEqualTo(fault);
  }

  /** The interval of DALI 1.1, with its spelling of infinity. */
  @ParameterizedTest
  @CsvSource({"'1 2',1,2", "'-Inf 5e-7',-Infinity,5e-7", "' 3 +Inf ',3,Infinity", "'4 4',4,4"})
  void readsIntervalsAndWritesThemBack(String text, double lo, double hi) {
    Interval interval = Interval.parse("BAND", text);
    assertThat(interval).isEqualTo(new Interval(lo, hi));
    assertThat(Interval.parse("BAND", interval.text())).isEqualTo(interval);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "2 1", "1 2 3", "NaN 1", "1/2", "a b", "+Inf -Inf", "1e999 2"})
  void refusesOtherIntervals(String text) {
    assertThatThrownBy(() -> Interval.parse("BAND", text))
        .isInstanceOf(ParameterFaults.class)
        .hasMessageContaining("two numbers");
    assertThatThrownBy(() -> Interval.parse("BAND", "1 ".repeat(500_000)))
        .isInstanceOf(ParameterFaults.class);
  }

  private static DaliParameters parameters(String name, String... values) {
    return DaliParameters.of(Map.of(name, values));
  }
}
