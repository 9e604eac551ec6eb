package org.pawprint.catalogue.survey.gama;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.fits.FitsHeader;

/**
 * Times of 6dFGS, whose cards end in the letter of the arm: UTDATE_V, UTSTRT_V, and EXP_V for each
 * of NCOMB_V frames.
 */
final class SixDfTimes {
  private SixDfTimes() {}

  /**
   * Of one arm; of joined spectra from the first start to the last end, the exposures summed.
   *
   * @param band V, R or VR; empty where the file does not tell, which is then any arm
   */
  static OriginTimes of(FitsHeader header, String band) {
    List<String> arms = band.length() == 1 ? List.of(band) : List.of("V", "R");
    OriginTimes all = OriginTimes.UNKNOWN;
    for (String arm : arms) {
      all = joined(all, ofArm(header, arm));
    }
    return all;
  }

  private static OriginTimes ofArm(FitsHeader header, String arm) {
    Integer frames = OriginTimes.count(header, "NCOMB_" + arm);
    double each = OriginTimes.seconds(header, "EXP_" + arm);
    double total = frames == null ? each : each * frames;
    return OriginTimes.of(header, "UTDATE_" + arm, "UTSTRT_" + arm, Optional.empty(), total)
        .combining(frames);
  }

  private static OriginTimes joined(OriginTimes one, OriginTimes other) {
    return new OriginTimes(
        known(Math.min(one.minMjd(), other.minMjd()), one.minMjd(), other.minMjd()),
        known(Math.max(one.maxMjd(), other.maxMjd()), one.maxMjd(), other.maxMjd()),
        known(
            one.exposureSeconds() + other.exposureSeconds(),
            one.exposureSeconds(),
            other.exposureSeconds()),
        sum(one.exposures(), other.exposures()));
  }

  /** The joint value, or the only known one. */
  private static double known(double joint, double one, double other) {
    if (Double.isNaN(one)) {
      return other;
    }
    return Double.isNaN(other) ? one : joint;
  }

  private static @Nullable Integer sum(@Nullable Integer one, @Nullable Integer other) {
    if (one == null) {
      return other;
    }
    return other == null ? one : Integer.valueOf(one + other);
  }
}
