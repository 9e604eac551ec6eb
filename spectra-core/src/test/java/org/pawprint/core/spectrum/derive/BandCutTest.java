package org.pawprint.core.spectrum.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.pawprint.core.spectrum.LinearAxis;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.ObservedWavelength;
import org.pawprint.core.spectrum.Spectrum;

class BandCutTest {
  private static final double OPEN = Double.POSITIVE_INFINITY;
  private final ObservedWavelength vacuum = new ObservedWavelength(Medium.VACUUM, 1);

  @Test
  void keepsPixelsWhoseCentreLiesInsideAsTheyAre() {
    Spectrum cut = BandCut.of(Sketch.twelve(), 5.0019e-7, 5.006e-7, vacuum).orElseThrow();

    assertThat(cut.axis()).isEqualTo(new LinearAxis(-1, 5000, 1, 5));
    assertThat(cut.axis().toArray()).containsExactly(5002, 5003, 5004, 5005, 5006);
    assertThat(cut.flux()).containsExactly(4, 8, 6, 7, 9);
    assertThat(cut.sigma()).containsExactly(.6f, .7f, .5f, .3f, .8f);
  }

  @Test
  void openSidesReachToTheEnds() {
    assertThat(BandCut.of(Sketch.twelve(), -OPEN, OPEN, vacuum).orElseThrow().length())
        .isEqualTo(12);
    assertThat(BandCut.of(Sketch.twelve(), 5.0095e-7, OPEN, vacuum).orElseThrow().flux())
        .containsExactly(6, 3);
    assertThat(BandCut.of(Sketch.twelve(), 6e-7, OPEN, vacuum)).isEmpty();
    assertThat(BandCut.of(Sketch.twelve(), 5.0001e-7, 5.0009e-7, vacuum)).isEmpty();
    assertThatThrownBy(() -> BandCut.of(Sketch.twelve(), 4e-7, 5e-7, vacuum))
        .isInstanceOf(NotDerivable.class)
        .hasMessageContaining("one pixel");
  }

  @Test
  void boundsAreVacuumWhateverTheAxis() {
    Spectrum air = Shift.toMedium(Sketch.twelve(), Medium.AIR);

    Spectrum cut =
        BandCut.of(air, 5.0019e-7, 5.0061e-7, new ObservedWavelength(Medium.AIR, 1)).orElseThrow();

    assertThat(cut.flux()).containsExactly(4, 8, 6, 7, 9);
    assertThat(cut.medium()).isEqualTo(Medium.AIR);
  }
}
