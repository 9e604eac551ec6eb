package org.pawprint.catalogue.survey;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.testkit.fixture.SurveyFixture;

/** A fixture in memory with some of its HDUs, cards or pixels changed. */
public final class EditedFits {
  private static final int BLOCK = 2880;
  private static final int CARD = 80;

  private final byte[] content;

  private EditedFits(byte[] content) {
    this.content = content;
  }

  /** A file below {@code fixtures/}, expanded. */
  public static EditedFits of(String path) {
    byte[] content = SurveyFixture.content(path);
    if (!path.endsWith(".gz")) {
      return new EditedFits(content);
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return new EditedFits(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public FitsFile fits() {
    return FitsFile.of(content);
  }

  public SurveyFile file() {
    return new SurveyFile("edited.fits", fits(), Map.of());
  }

  /** Only these HDUs, in this order; one may come again. */
  public EditedFits hdus(int... indexes) {
    ByteArrayOutputStream chosen = new ByteArrayOutputStream();
    for (int index : indexes) {
      chosen.write(content, start(index), start(index + 1) - start(index));
    }
    return new EditedFits(chosen.toByteArray());
  }

  private int start(int index) {
    if (index == 0) {
      return 0;
    }
    FitsHdu before = fits().hdu(index - 1);
    long end = before.dataOffset() + before.dataBytes();
    return (int) ((end + BLOCK - 1) / BLOCK * BLOCK);
  }

  /**
   * Another card in the place of one.
   *
   * @param hdu whose card
   * @param keyword of the card to go, which must be there
   */
  public EditedFits card(int hdu, String keyword, String card) {
    byte[] changed = content.clone();
    byte[] padded =
        (card + " ".repeat(CARD)).substring(0, CARD).getBytes(StandardCharsets.US_ASCII);
    for (int at = start(hdu); !isAt(at, "END     "); at += CARD) {
      if (isAt(at, (keyword + " ".repeat(8)).substring(0, 8))) {
        System.arraycopy(padded, 0, changed, at, CARD);
        return new EditedFits(changed);
      }
    }
    throw new IllegalArgumentException("no card " + keyword + " in HDU " + hdu);
  }

  private boolean isAt(int offset, String keyword) {
    byte[] wanted = keyword.getBytes(StandardCharsets.US_ASCII);
    return Arrays.equals(content, offset, offset + wanted.length, wanted, 0, wanted.length);
  }

  /** The cards gone. */
  public EditedFits without(int hdu, String... keywords) {
    EditedFits edited = this;
    for (String keyword : keywords) {
      edited = edited.card(hdu, keyword, "COMMENT");
    }
    return edited;
  }

  /**
   * Other 32-bit pixels.
   *
   * @param first pixel to change, from 0
   */
  public EditedFits pixels(int hdu, int first, float... values) {
    byte[] changed = content.clone();
    int at = (int) fits().hdu(hdu).dataOffset() + first * Float.BYTES;
    ByteBuffer.wrap(changed, at, values.length * Float.BYTES).asFloatBuffer().put(values);
    return new EditedFits(changed);
  }

  /**
   * Another text in the place of the first of one, anywhere in the file.
   *
   * @param by of the same length
   */
  public EditedFits text(String text, String by) {
    // One byte a character, there and back.
    String all = new String(content, StandardCharsets.ISO_8859_1);
    int at = all.indexOf(text);
    if (at < 0 || by.length() != text.length()) {
      throw new IllegalArgumentException("no '" + text + "' to replace by '" + by + "'");
    }
    return new EditedFits(
        (all.substring(0, at) + by + all.substring(at + text.length()))
            .getBytes(StandardCharsets.ISO_8859_1));
  }
}
