package org.pawprint.core.fits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DetachedHeaderTest {

  @Test
  void givesEveryCardOfEveryHdu() {
    String text = DetachedHeader.of(Sample.open("marz-linear.fits"));
    String[] headers = text.split("\n\n");

    assertThat(headers).hasSize(4).allMatch(h -> h.stripTrailing().endsWith("\nEND"));
    assertThat(headers[0]).startsWith("SIMPLE  =                    T");
    assertThat(headers[0].lines()).hasSize(176);
    assertThat(headers[3]).startsWith("XTENSION= 'BINTABLE'").contains("TTYPE1  = 'NAME");
    assertThat(text).matches("(?s)[\n -~]*");
  }
}
