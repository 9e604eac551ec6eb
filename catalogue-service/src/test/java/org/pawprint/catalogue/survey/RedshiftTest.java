package org.pawprint.catalogue.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.spectrum.QualityFlag;
import org.pawprint.testkit.fixture.EditedFixture;

class RedshiftTest {
  private static Redshift told(double value) {
    return Redshift.of(OptionalDouble.of(value));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-9.99, -9.999, -9, -2, -1, Double.NaN})
  void knowsWhatSurveysWriteForNone(double sentinel) {
    assertThat(told(sentinel).value()).isNaN();
    assertThat(told(sentinel).withQuality(OptionalLong.of(1))).isEqualTo(Redshift.NONE);
    assertThat(Redshift.of(OptionalDouble.empty())).isEqualTo(Redshift.NONE);
  }

  /** 1 and 2 are "not to be used for science" (OzDES DR2); 6 is a star, 0 not looked at. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 256", "2, 256", "3, 0", "4, 0", "5, 0", "6, 0"})
  void keepsADoubtedRedshiftAndMarksIt(long quality, int flags) {
    Redshift redshift = told(0.37).withQuality(OptionalLong.of(quality));

    assertThat(redshift.value()).isEqualTo(0.37);
    assertThat(redshift.flags()).isEqualTo(flags);
    assertThat(QualityFlag.terms(redshift.flags()).contains("redshift_doubted"))
        .isEqualTo(flags > 0);
  }

  @Test
  void doubtsNothingWithoutAQuality() {
    assertThat(told(-0.0003).withQuality(OptionalLong.empty())).isEqualTo(told(-0.0003));
  }

  @Test
  void takesTheFirstCardThatHoldsOne() {
    // Z_HELIO 0.298141 and Z 0.298146.
    EditedFixture file = EditedFixture.of("2dfgrs/000001.fits");
    FitsHeader both = file.open().hdu(2).header();
    FitsHeader one = file.set(2, "Z_HELIO", "-9.0").open().hdu(2).header();

    assertThat(Redshift.of(both, "Z_HELIO", "Z").value()).isEqualTo(0.298141);
    assertThat(Redshift.of(one, "Z_HELIO", "Z").value()).isEqualTo(0.298146);
    assertThat(Redshift.of(both, "REDSHIFT")).isEqualTo(Redshift.NONE);
  }
}
