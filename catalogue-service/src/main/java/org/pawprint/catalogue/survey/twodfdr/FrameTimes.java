package org.pawprint.catalogue.survey.twodfdr;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.time.ExposureWindow;
import org.pawprint.core.time.HeaderTime;
import org.pawprint.core.time.Mjd;

/**
 * When a frame was exposed, in MJD UTC; NaN where the header does not tell.
 *
 * @param exposureSeconds EXPOSED, else TOTALEXP
 */
record FrameTimes(double minMjd, double maxMjd, double exposureSeconds) {
  private static final double SECONDS_PER_DAY = 86_400;

  /** Inputs of OzDES co-adds carry the start of their exposure in their name. */
  private static final Pattern IN_NAME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");

  /**
   * UTDATE and UTSTART to UTEND, past midnight into the next day. A combined frame keeps the cards
   * of its first exposure while EXPOSED is the sum, so its end is at least start plus exposure.
   *
   * @throws org.pawprint.core.fits.UnreadableFits when a date or time is present but is none
   */
  static FrameTimes of(FitsHeader header, FrameInputs inputs) {
    OptionalDouble exposed = header.number("EXPOSED");
    double exposure =
        (exposed.isPresent() ? exposed : header.number("TOTALEXP")).orElse(Double.NaN);
    double length = exposure > 0 && exposure < 1e7 ? exposure : 0;
    try {
      return withInputs(ofCards(header, exposure, length), inputs, length);
    } catch (IllegalArgumentException e) {
      throw header.unreadable("UTDATE", "UTDATE, UTSTART and UTEND as times: " + e.getMessage());
    }
  }

  private static FrameTimes withInputs(FrameTimes own, FrameInputs inputs, double length) {
    double min = own.minMjd;
    double max = own.maxMjd;
    for (String name : inputs.names()) {
      Matcher start = IN_NAME.matcher(name);
      if (start.find()) {
        double begun = Mjd.of(HeaderTime.dateTime(start.group()));
        min = Double.isNaN(min) ? begun : Math.min(min, begun);
        double ended = begun + length / SECONDS_PER_DAY;
        max = Double.isNaN(max) ? ended : Math.max(max, ended);
      }
    }
    return new FrameTimes(min, max, own.exposureSeconds);
  }

  private static FrameTimes ofCards(FitsHeader header, double exposure, double length) {
    Optional<String> date = header.text("UTDATE");
    Optional<String> start = header.text("UTSTART");
    if (date.isEmpty() || start.isEmpty()) {
      return new FrameTimes(Double.NaN, Double.NaN, exposure);
    }
    ExposureWindow least = ExposureWindow.lasting(date.get(), start.get(), length);
    double end = least.endMjd();
    Optional<String> stated = header.text("UTEND");
    if (stated.isPresent()) {
      end = Math.max(end, ExposureWindow.of(date.get(), start.get(), stated.get()).endMjd());
    }
    return new FrameTimes(least.startMjd(), end, exposure);
  }
}
