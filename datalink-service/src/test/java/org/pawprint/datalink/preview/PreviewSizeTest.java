package org.pawprint.datalink.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pawprint.core.dali.ParameterFaults;

class PreviewSizeTest {

  @ParameterizedTest
  @ValueSource(strings = {"800x400", "40x20", "1600x1200", "160x80"})
  void readsWhatItWrites(String text) {
    assertThat(PreviewSize.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "39x20",
        "40x19",
        "1601x80",
        "800x1201",
        "800",
        "800X400",
        "-800x400",
        "9e9x1",
        "x"
      })
  void namesWhatWouldBeRight(String text) {
    assertThatThrownBy(() -> PreviewSize.parse(text))
        .isInstanceOf(ParameterFaults.class)
        .hasMessage(
            "SIZE: '"
                + text
                + "' received, expected <width>x<height> in pixels, 40 to 1600 by 20 to 1200, as"
                + " 800x400");
  }

  /** Rows of 1 + 80 bytes, fifteen colours: 8 + 25 + 57 + 12 + 2 + 5 + 80 · 81 + 4 + 12. */
  @Test
  void tellsTheLengthOfEveryPictureOfItsSize() {
    assertThat(PreviewSize.THUMBNAIL.bytes()).isEqualTo(6605);
  }
}
