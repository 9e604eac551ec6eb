package org.pawprint.datalink.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ZipLayoutTest {
  private static final Instant MODIFIED = Instant.parse("2026-11-22T10:00:00.5Z");

  /** As long as Python's {@code zipfile} makes them, with ZIP_STORED: 22, 120 and 3041 bytes. */
  @Test
  void isAsLongAsPythonMakesIt() throws IOException {
    ZipLayout layout = new ZipLayout();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ZipPacker packer = new ZipPacker(out);
    assertThat(layout.length()).hasValue(22);

    layout.add("a.fits", 10);
    packer.add("a.fits", MODIFIED, new byte[10]);
    assertThat(layout.length()).hasValue(120);

    layout.add("000002_b.fits", 2819);
    packer.add("000002_b.fits", MODIFIED, new byte[2819]);
    packer.finish();
    assertThat(layout.length()).hasValue(3041);
    assertThat(out.size()).isEqualTo(3041);
  }

  @Test
  void saysNothingOfZip64() {
    ZipLayout layout = new ZipLayout();
    layout.add("a", 0xFFFF_FFFEL - 22 - 78);
    assertThat(layout.length()).hasValue(0xFFFF_FFFEL);
    layout.add("b", 0);
    assertThat(layout.length()).isEmpty();

    ZipLayout many = new ZipLayout();
    for (int i = 0; i < 0xFFFE; i++) {
      many.add("a", 0);
    }
    assertThat(many.length()).isPresent();
    many.add("a", 0);
    assertThat(many.length()).isEmpty();
  }
}
