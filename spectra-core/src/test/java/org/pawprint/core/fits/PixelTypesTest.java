package org.pawprint.core.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** Every BITPIX, plain, scaled and blank (FITS 4.0 section 4.4.2.5). */
class PixelTypesTest {

  @Test
  void readsEveryBitpix() {
    assertPixels(8, new byte[] {0, (byte) 255}, 0, 255);
    assertPixels(16, Sample.shorts(-2, 300), -2, 300);
    assertPixels(32, ByteBuffer.allocate(8).putInt(-7).putInt(70_000).array(), -7, 70_000);
    assertPixels(64, ByteBuffer.allocate(16).putLong(-7).putLong(1L << 40).array(), -7, 1L << 40);
    assertPixels(-32, ByteBuffer.allocate(8).putFloat(1.5f).putFloat(-3).array(), 1.5, -3);
    assertPixels(-64, ByteBuffer.allocate(16).putDouble(0.1).putDouble(-3).array(), 0.1, -3);
  }

  @Test
  void scalesFloatsToo() {
    byte[] data = ByteBuffer.allocate(8).putFloat(1).putFloat(2).array();
    FitsHdu hdu = image(-32, data, "BSCALE  = 2", "BZERO   = 10");
    assertThat(hdu.floats(0, 2)).containsExactly(12, 14);
    assertThat(hdu.doubles(0, 2)).containsExactly(12, 14);
  }

  @Test
  void readsUnsignedIntegersByTheirOffset() {
    FitsHdu hdu = image(16, Sample.shorts(-32768, 32767), "BZERO   = 32768", "BSCALE  = 1");
    assertThat(hdu.floats(0, 2)).containsExactly(0, 65535);
  }

  @Test
  void comparesBlankWithStoredValues() {
    FitsHdu hdu = image(16, Sample.shorts(-32768, 5), "BLANK   = -32768", "BZERO   = 1");
    assertThat(hdu.floats(0, 2)).containsExactly(Float.NaN, 6);
    assertThat(hdu.doubles(0, 2)).containsExactly(Double.NaN, 6);
  }

  @Test
  void ignoresBlankOfFloats() {
    byte[] data = ByteBuffer.allocate(8).putFloat(5).putFloat(6).array();
    assertThat(image(-32, data, "BLANK   = 5").floats(0, 2)).containsExactly(5, 6);
  }

  private static void assertPixels(int bitpix, byte[] data, double... expected) {
    FitsHdu hdu = image(bitpix, data);
    assertThat(hdu.doubles(0, 2)).containsExactly(expected);
    assertThat(hdu.floats(0, 2)).containsExactly((float) expected[0], (float) expected[1]);
    assertThat(hdu.doubles(1, 1)).containsExactly(expected[1]);
  }

  private static FitsHdu image(int bitpix, byte[] data, String... more) {
    String[] cards = new String[4 + more.length];
    cards[0] = "SIMPLE  = T";
    cards[1] = "BITPIX  = " + bitpix;
    cards[2] = "NAXIS   = 1";
    cards[3] = "NAXIS1  = 2";
    System.arraycopy(more, 0, cards, 4, more.length);
    return FitsFile.of(Sample.join(Sample.header(cards), Sample.padded(data))).primary();
  }
}
