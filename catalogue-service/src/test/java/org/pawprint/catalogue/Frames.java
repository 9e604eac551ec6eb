package org.pawprint.catalogue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.pawprint.testkit.fixture.SurveyFixture;

/**
 * Real 2dF frames, and the same damaged. Offsets are those astropy gives ({@code hdu._data_offset},
 * {@code hdu.data.dtype.fields}).
 */
final class Frames {
  /** One fibre: D0221394-2854323; 5037 pixels in big-endian float32 from byte 14400. */
  static final String ONE_FIBRE = "aaomega/emlLinearSkyAirHelio.fits";

  static final int FLUX_OF_ONE_FIBRE = 14400;

  /** Three fibres: D0221394-2854323, W0220429-2922320 and C0220588-2916118. */
  static final String THREE_FIBRES = "aaomega/emlLogVacuumHelioMultiple.fits";

  /** FIBRES begins at 270720, its rows have 245 bytes, RA is at 80. */
  private static final int RA_OF_SECOND_FIBRE = 270720 + 245 + 80;

  private Frames() {}

  static byte[] oneFibre() {
    return SurveyFixture.content(ONE_FIBRE);
  }

  static byte[] threeFibres() {
    return SurveyFixture.content(THREE_FIBRES);
  }

  /** The three fibres, of which the second has no position. */
  static byte[] threeFibresOneLost() {
    byte[] frame = threeFibres();
    ByteBuffer.wrap(frame).putDouble(RA_OF_SECOND_FIBRE, Double.NaN);
    return frame;
  }

  /** The frame of one fibre with another comment in it, so that its content is its own. */
  static byte[] oneFibre(int number) {
    return with(oneFibre(), "EXTEND  =", "EXTEND  =                    T / copy " + number);
  }

  /** The frame with the first card that begins like this replaced. */
  static byte[] with(byte[] frame, String begin, String card) {
    byte[] changed = frame.clone();
    String text = new String(frame, StandardCharsets.ISO_8859_1);
    int at = text.indexOf(begin);
    if (at < 0 || at % 80 != 0) {
      throw new IllegalArgumentException("no card begins with " + begin);
    }
    byte[] bytes = String.format(Locale.ROOT, "%-80s", card).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, changed, at, 80);
    return changed;
  }

  static byte[] truncated(byte[] frame, int bytes) {
    return Arrays.copyOf(frame, bytes);
  }
}
