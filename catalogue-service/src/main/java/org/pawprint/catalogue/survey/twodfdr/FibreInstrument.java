package org.pawprint.catalogue.survey.twodfdr;

import java.util.Optional;
import org.pawprint.catalogue.survey.WavelengthRange;
import org.pawprint.core.fits.FitsHeader;

/** What the frames of one spectrograph behind 2dF have of their own. */
public interface FibreInstrument {

  /** INSTRUME of its frames. */
  String keyword();

  /** {@code instrument_name} of the catalogue. */
  String catalogueName();

  /** What it can see, in all its arms. */
  WavelengthRange range();

  /**
   * The arm of SPECTID; empty for a spectrograph that it has not.
   *
   * @param spectId in upper case
   */
  Optional<FrameArm> arm(String spectId);

  /** How finely it resolves in the setup of a frame. */
  Resolution resolution(FitsHeader header);
}
