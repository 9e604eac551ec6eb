package org.pawprint.catalogue.survey.twodfdr;

import java.util.Locale;
import java.util.Optional;
import org.pawprint.catalogue.survey.WavelengthRange;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.UnreadableFits;

/**
 * The four arms of HERMES, each with a camera of its own. Data Central names the bands after
 * filters: green is V.
 */
public enum HermesArm {
  /** 4713 to 4903 Å. */
  BLUE("BL", 1, "B", 4600, 5020),
  /** 5648 to 5873 Å. */
  GREEN("GN", 2, "V", 5530, 5990),
  /** 6478 to 6737 Å. */
  RED("RD", 3, "R", 6350, 6870),
  /** 7585 to 7887 Å. */
  INFRARED("RR", 4, "I", 7440, 8040);

  private final String spectId;
  private final int camera;
  private final String band;
  private final WavelengthRange range;

  HermesArm(String spectId, int camera, String band, double shortest, double longest) {
    this.spectId = spectId;
    this.camera = camera;
    this.band = band;
    this.range = new WavelengthRange(shortest, longest);
  }

  /** The arm of SPECTID; empty for any other word. */
  public static Optional<HermesArm> of(String spectId) {
    for (HermesArm arm : values()) {
      if (arm.spectId.equalsIgnoreCase(spectId)) {
        return Optional.of(arm);
      }
    }
    return Optional.empty();
  }

  /** The arm of the card SPECTID; empty where it is absent or names none. */
  public static Optional<HermesArm> of(FitsHeader header) {
    return header.text("SPECTID").flatMap(HermesArm::of);
  }

  /**
   * As {@link #of(FitsHeader)}, of a file that must tell.
   *
   * @throws UnreadableFits when it does not
   */
  public static HermesArm required(FitsHeader header) {
    return of(header).orElseThrow(() -> header.unreadable("SPECTID", "BL, GN, RD or RR"));
  }

  /** 1 to 4 from blue to infrared, as in the names of raw frames and of GALAH's files. */
  public int camera() {
    return camera;
  }

  /** B, V, R or I. */
  public String band() {
    return band;
  }

  /**
   * Where its wavelengths lie, with room for a shift by a star's velocity (1500 km/s) and for
   * pixels beyond the calibrated part.
   */
  public WavelengthRange range() {
    return range;
  }

  public FrameArm frameArm() {
    return new FrameArm(name().toLowerCase(Locale.ROOT), band);
  }
}
