package org.pawprint.catalogue.survey;

import java.util.Optional;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.HduKind;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.spectrum.SkyPlace;

/**
 * Finds the sky that was subtracted from a spectrum. A loader asks for it where its survey says
 * that a row is the sky on the pixels of the spectrum and in the same unit.
 */
public final class SubtractedSky {
  private SubtractedSky() {}

  /**
   * The place of a row with sky. Whatever is wrong with it costs the link to the sky and not the
   * spectrum.
   *
   * @param row from 0, in rows of {@code pixels}
   * @return empty when the image has no such row, or there are only zeros and blanks in it:
   *     pipelines keep a place for the sky that they did not subtract
   */
  public static Optional<SkyPlace> in(FitsHdu image, int row, int pixels) {
    long[] shape = image.shape();
    boolean isImage = image.kind() == HduKind.PRIMARY || image.kind() == HduKind.IMAGE;
    if (!isImage || row < 0 || shape.length == 0 || shape[0] != pixels) {
      return Optional.empty();
    }
    try {
      return isSeen(image.floats((long) row * pixels, pixels))
          ? Optional.of(new SkyPlace(image.index(), row))
          : Optional.empty();
    } catch (UnreadableFits e) {
      return Optional.empty();
    }
  }

  private static boolean isSeen(float[] values) {
    for (float value : values) {
      if (value != 0 && !SkyPlace.isBlank(value)) {
        return true;
      }
    }
    return false;
  }
}
