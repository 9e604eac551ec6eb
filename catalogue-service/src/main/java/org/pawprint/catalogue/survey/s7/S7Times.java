package org.pawprint.catalogue.survey.s7;

import static org.pawprint.core.obscore.ObsCoreColumn.T_EXPTIME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MIN;

import java.util.Optional;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.time.ExposureWindow;

/**
 * When a cube was exposed: DATE-OBS is the start of its first exposure, UTC, UTCEND the end of its
 * last, EXPTIME the sum.
 *
 * @param window empty where DATE-OBS is absent or has no time of day
 * @param exposureSeconds NaN where unknown
 */
record S7Times(Optional<ExposureWindow> window, double exposureSeconds) {

  /**
   * @throws UnreadableFits when a date or time is present but is none
   */
  static S7Times of(FitsHeader header) {
    double seconds = header.number("EXPTIME").orElse(Double.NaN);
    Optional<String> begun = header.text("DATE-OBS").filter(text -> text.contains("T"));
    try {
      return new S7Times(begun.map(start -> window(header, start, seconds)), seconds);
    } catch (IllegalArgumentException e) {
      throw header.unreadable("DATE-OBS", "DATE-OBS and UTCEND as times: " + e.getMessage());
    }
  }

  private static ExposureWindow window(FitsHeader header, String start, double seconds) {
    int t = start.indexOf('T');
    String date = start.substring(0, t);
    String time = start.substring(t + 1).replaceFirst("Z$", "");
    Optional<String> end = header.text("UTCEND");
    return end.isPresent()
        ? ExposureWindow.of(date, time, end.get())
        : ExposureWindow.lasting(date, time, seconds >= 0 && seconds < 1e7 ? seconds : 0);
  }

  void addTo(ObsCoreRow.Builder row) {
    window.ifPresent(w -> row.set(T_MIN, w.startMjd()).set(T_MAX, w.endMjd()));
    row.set(T_EXPTIME, exposureSeconds);
  }
}
