package org.pawprint.core.spectrum.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.LogAxis;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;

class ShiftTest {

  @Test
  void restWavelengthsAreOverOnePlusZAndDensitiesTimesIt() {
    Spectrum rest = Shift.toRest(Sketch.twelve(), 0.25);

    assertThat(rest.axis()).isEqualTo(new LinearAxis(1, 4000, 0.8, 12));
    assertThat(rest.frame()).isEqualTo(VelocityFrame.SOURCE);
    assertThat(rest.flux()[0]).isEqualTo(3.75f);
    assertThat(rest.sigma()).startsWith(0.625f);
    assertThat(Sketch.integral(rest)).isCloseTo(Sketch.integral(Sketch.twelve()), within(1e-4));
    Spectrum back = Shift.toObserved(rest, 0.25);
    assertThat(back.axis()).isEqualTo(Sketch.twelve().axis());
    assertThat(back.flux()).containsExactly(Sketch.twelve().flux());
  }

  @Test
  void aLogAxisStaysOneAndCountsStay() {
    Spectrum spectrum =
        Sketch.of(new LogAxis(1, 3.7, 1e-4, 3), new float[] {1, 2, 3}, null, "count");

    Spectrum rest = Shift.toRest(spectrum, 0.1);

    assertThat(rest.axis()).isInstanceOf(LogAxis.class);
    // 10**3.7 / 1.1
    assertThat(rest.axis().first()).isCloseTo(4556.247578, within(1e-5));
    assertThat(rest.flux()).containsExactly(1, 2, 3);
  }

  @Test
  void changesTheMediumOfWavelengthsOnly() {
    Spectrum air = Shift.toMedium(Sketch.twelve(), Medium.AIR);

    assertThat(air.medium()).isEqualTo(Medium.AIR);
    // specutils.utils.wcs_utils.vac_to_air(5000*u.AA, method="Ciddor1996")
    assertThat(air.axis().first()).isCloseTo(4998.605, within(2e-3));
    assertThat(air.flux()).containsExactly(Sketch.twelve().flux());
    assertThat(Shift.toMedium(air, Medium.VACUUM).axis().last()).isCloseTo(5011, within(1e-9));
  }

  @Test
  void shiftsAirWavelengthsByWayOfVacuum() {
    Spectrum air = Shift.toMedium(Sketch.twelve(), Medium.AIR);

    Spectrum rest = Shift.toMedium(Shift.toRest(air, 0.25), Medium.VACUUM);

    assertThat(rest.axis().first()).isCloseTo(4000, within(1e-9));
    assertThatThrownBy(() -> Shift.toRest(air, 2))
        .isInstanceOf(NotDerivable.class)
        .hasMessageContaining("MEDIUM=VACUUM");
  }

  @ParameterizedTest
  @CsvSource({
    "1e-17 erg/s/cm2/Angstrom, PER_WAVELENGTH",
    "10**(-16) erg /s /cm**2 /angstrom /pixel, PER_WAVELENGTH",
    "1e-16 erg / (A cm2 s), PER_WAVELENGTH",
    "counts/Angstrom, PER_WAVELENGTH",
    "count, PER_PIXEL",
    "Counts, PER_PIXEL",
    "electron/s, PER_PIXEL",
    "mJy, PER_FREQUENCY",
    "erg/s/cm2/Hz, PER_FREQUENCY",
    "normalised, RELATIVE",
    "'', RELATIVE"
  })
  void tellsDensitiesFromCounts(String unit, FluxKind kind) {
    assertThat(FluxKind.of(unit)).isEqualTo(kind);
  }
}
