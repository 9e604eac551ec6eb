package org.pawprint.datalink.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Read back by the JDK's own decoder, which checks the checksums of chunks. */
class PalettePngTest {
  private static final int[] COLOURS = {0xffffff, 0x0b3d91, 0x00ff00, 0x010203, 0x123456};

  /** The last size needs several stored blocks: its rows are 241,200 bytes. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "7, 5", "160, 80", "401, 1200"})
  void everyPixelComesBackInItsColour(int width, int height) throws Exception {
    byte[] pixels = new byte[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) ((i * 7 + i / 11) % COLOURS.length);
    }

    byte[] png = PalettePng.bytes(width, height, COLOURS, pixels);

    assertThat(png).hasSize(PalettePng.length(width, height, COLOURS.length));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
    for (int i = 0; i < pixels.length; i++) {
      assertThat(image.getRGB(i % width, i / width) & 0xffffff)
          .as("pixel %d", i)
          .isEqualTo(COLOURS[pixels[i]]);
    }
  }

  /** Signature 8, IHDR 25, PLTE 12 + 9, IDAT 12 + 2 + 5 + 4 · (1 + 2) + 4, IEND 12 bytes. */
  @ParameterizedTest
  @CsvSource("4, 4, 101")
  void isAsLongAsItsPartsAre(int width, int height, int bytes) {
    assertThat(PalettePng.length(width, height, 3)).isEqualTo(bytes);
  }
}
