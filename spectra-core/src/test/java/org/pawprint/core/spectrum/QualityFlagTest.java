package org.pawprint.core.spectrum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.pawprint.core.obscore.ObsCoreColumn;

class QualityFlagTest {
  @Test
  void everyFlagIsABitOfItsOwn() {
    int all = Arrays.stream(QualityFlag.values()).mapToInt(QualityFlag::bit).sum();

    assertThat(Arrays.stream(QualityFlag.values()).mapToInt(QualityFlag::bit))
        .allMatch(bit -> Integer.bitCount(bit) == 1);
    assertThat(Integer.bitCount(all)).isEqualTo(QualityFlag.values().length);
  }

  @Test
  void theColumnSaysWhatEveryBitMeans() {
    assertThat(ObsCoreColumn.QUALITY_FLAGS.description())
        .isEqualTo(
            "Bits: 1 bad_pixels, 2 low_flux, 4 sky_residual, 8 saturated, 16 no_error,"
                + " 32 below_2000_angstrom, 64 field_position, 128 doubted, 256 redshift_doubted");
  }
}
