package org.pawprint.standalone.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FieldSimulatorTest {
  private final FieldSimulator simulator = new FieldSimulator(7);

  @Test
  void givesSameFieldInAnyOrder() {
    SimulatedField later = simulator.field(5);
    simulator.field(3);

    assertThat(simulator.field(5)).isEqualTo(later);
    assertThat(new FieldSimulator(7).field(5)).isEqualTo(later);
  }

  @Test
  void repeatsPlateWithSameConfigurationAndNewRun() {
    SimulatedField first = simulator.field(2);
    SimulatedField repeat = simulator.field(3);

    assertThat(repeat.configurationFile()).isEqualTo(first.configurationFile());
    assertThat(repeat.fibres()).isEqualTo(first.fibres());
    assertThat(repeat.run()).isNotEqualTo(first.run());
    assertThat(simulator.field(4).configurationFile()).isNotEqualTo(first.configurationFile());
  }

  @Test
  void endsSomeExposuresAfterMidnight() {
    SimulatedField last = simulator.field(7);

    assertThat(last.start().atZone(ZoneOffset.UTC).toLocalTime())
        .isEqualTo(LocalTime.of(23, 41, 30));
    assertThat(last.end().atZone(ZoneOffset.UTC).toLocalTime()).isEqualTo(LocalTime.of(0, 11, 30));
    assertThat(Duration.between(last.start(), last.end())).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void identifiesEveryExposureByDateAndRun() {
    Set<String> seen = new HashSet<>();
    for (long seed : new long[] {1, 2, 3, 41, 42, -1}) {
      FieldSimulator run = new FieldSimulator(seed);
      for (int number = 0; number < 64; number++) {
        SimulatedField field = run.field(number);
        assertThat(seen.add(field.start().toString().substring(0, 10) + field.run())).isTrue();
      }
    }
  }

  @Test
  void placesEveryPivotOnceInsideTheField() {
    SimulatedField field = simulator.field(0);

    assertThat(field.fibres().stream().map(Fibre::pivot).collect(Collectors.toSet())).hasSize(400);
    assertThat(field.fibres())
        .allSatisfy(fibre -> assertThat(separationDegrees(field, fibre)).isLessThanOrEqualTo(1.001))
        .filteredOn(fibre -> fibre.use() == FibreUse.GUIDE)
        .extracting(Fibre::pivot)
        .containsExactlyInAnyOrder(50, 100, 150, 200, 250, 300, 350, 400);
  }

  @Test
  void looksAtEveryKindOfTargetUnderUniqueNames() {
    SimulatedField field = simulator.field(0);

    assertThat(field.fibres().stream().flatMap(fibre -> fibre.target().stream()).map(Target::kind))
        .contains(TargetKind.values());
    assertThat(field.fibres().stream().flatMap(fibre -> fibre.target().stream()).map(Target::name))
        .doesNotHaveDuplicates();
  }

  @Test
  void tellsTruthOfEveryFibre() {
    SimulatedField field = simulator.field(0);

    assertThat(TruthTable.of(field).lines()).hasSize(401);
    assertThat(TruthTable.of(field)).contains("SUPERNOVA_IA").contains(",PARKED,,,,");
  }

  /** Haversine; field and fibre in degrees. */
  private static double separationDegrees(SimulatedField field, Fibre fibre) {
    double dec1 = Math.toRadians(field.decDegrees());
    double dec2 = Math.toRadians(fibre.decDegrees());
    double halfRa = Math.toRadians(fibre.raDegrees() - field.raDegrees()) / 2;
    double square =
        Math.pow(Math.sin((dec2 - dec1) / 2), 2)
            + Math.cos(dec1) * Math.cos(dec2) * Math.pow(Math.sin(halfRa), 2);
    return Math.toDegrees(2 * Math.asin(Math.sqrt(square)));
  }
}
