package org.pawprint.catalogue.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pawprint.catalogue.survey.twodfdr.FrameBuilder;
import org.pawprint.core.fits.FitsHeader;

/** FITS 4.0 section 8.1, by hand: the reference pixel 50 has 7250 Å. */
class SpectralWcsTest {
  private static double atPixel100(FrameBuilder frame) {
    FitsHeader header = frame.fibre("NGC 1", "P", 1).build().primary().header();
    return SpectralWcs.of(header)
        .linear(header, WavelengthUnit.ANGSTROM, FrameBuilder.PIXELS)
        .last();
  }

  @Test
  void countsPixelsFromOne() {
    assertThat(atPixel100(FrameBuilder.red())).isEqualTo(7250 + 50 * 1.5);
  }

  @Test
  void multipliesTheStepByPc() {
    assertThat(atPixel100(FrameBuilder.red().card("PC1_1", "2.0"))).isEqualTo(7250 + 50 * 3.0);
  }

  @Test
  void takesCdAloneWhereItStands() {
    assertThat(atPixel100(FrameBuilder.red().card("PC1_1", "2.0").card("CD1_1", "4.0")))
        .isEqualTo(7250 + 50 * 4.0);
  }

  @Test
  void looksAtNoSecondAxis() {
    FrameBuilder frame =
        FrameBuilder.red().card("CRVAL2", "9.0").card("CDELT2", "7.0").card("CRPIX2", "3.0");

    assertThat(atPixel100(frame)).isEqualTo(7250 + 50 * 1.5);
  }
}
