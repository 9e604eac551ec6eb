package org.pawprint.catalogue.survey.twodfdr;

import java.util.Optional;
import org.pawprint.catalogue.survey.SubtractedSky;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.spectrum.SkyPlace;

/**
 * The image SKY of a frame: a row for each fibre, or one for all of them, which is on the pixels of
 * each only where all fibres have the same wavelengths. Co-adds keep it and fill it with zeros.
 */
final class FrameSky {
  private final FibreFrame frame;
  private final boolean each;
  private final Optional<SkyPlace> ofAll;

  FrameSky(FibreFrame frame, FrameAxes axes) {
    this.frame = frame;
    Optional<FitsHdu> image = frame.sky().filter(sky -> inUnitOf(frame, sky));
    this.each = image.filter(frame::sameShape).isPresent();
    this.ofAll =
        axes.areShared()
            ? image
                .filter(sky -> FibreFrame.rows(sky) == 1)
                .flatMap(sky -> SubtractedSky.in(sky, 0, frame.length()))
            : Optional.empty();
  }

  /** Neither has a unit in the frames of 2dfdr; where one has, the other must have it too. */
  private static boolean inUnitOf(FibreFrame frame, FitsHdu sky) {
    return sky.header().text("BUNIT").equals(frame.header().text("BUNIT"));
  }

  /**
   * @param row of the fibre, from 0
   */
  Optional<SkyPlace> of(int row) {
    return each ? frame.sky().flatMap(sky -> SubtractedSky.in(sky, row, frame.length())) : ofAll;
  }
}
