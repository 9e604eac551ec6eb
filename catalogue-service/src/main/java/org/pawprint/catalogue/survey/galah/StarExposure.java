package org.pawprint.catalogue.survey.galah;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.time.ExposureWindow;
import org.pawprint.core.time.HeaderTime;
import org.pawprint.core.time.Mjd;

/**
 * When a star was exposed; NaN where the header does not tell.
 *
 * @param minMjd start of the first exposure, MJD UTC
 * @param maxMjd end of the last exposure, MJD UTC
 * @param totalSeconds of all exposures
 * @param singleSeconds of one
 * @param count exposures combined, at least 1
 */
record StarExposure(
    double minMjd, double maxMjd, double totalSeconds, double singleSeconds, int count) {
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double LONGEST_SECONDS = 1e7;

  /**
   * By the cards of pipeline 5, which are those of the first exposure: UTDATE, UTSTART, UTEND,
   * UTMJD (its start) and EXPOSED; TOTALEXP alone is of all. So the end is at least the start plus
   * the total.
   *
   * @throws UnreadableFits when a date or time is present but is none
   */
  static StarExposure ofFirst(FitsHeader header) {
    double single = seconds(header, "EXPOSED");
    double stated = seconds(header, "TOTALEXP");
    double total = Double.isNaN(stated) ? single : stated;
    double length = Double.isNaN(total) ? 0 : total;
    double start = header.number("UTMJD").orElse(Double.NaN);
    double end = start + length / SECONDS_PER_DAY;
    Optional<String> date = header.text("UTDATE");
    Optional<String> time = header.text("UTSTART");
    if (date.isPresent() && time.isPresent()) {
      try {
        start = ExposureWindow.lasting(date.get(), time.get(), length).startMjd();
        end = start + length / SECONDS_PER_DAY;
        Optional<String> first = header.text("UTEND");
        if (first.isPresent()) {
          end = Math.max(end, ExposureWindow.of(date.get(), time.get(), first.get()).endMjd());
        }
      } catch (IllegalArgumentException e) {
        throw header.unreadable("UTDATE", "UTDATE, UTSTART and UTEND as times: " + e.getMessage());
      }
    }
    return new StarExposure(start, end, total, single, combined(header));
  }

  /**
   * By the cards of pipeline 6: UTMJD_S and UTMJD_E, else the mean time UTMJD or UTDATE with half
   * of EXPOSED, which is the total, to either side.
   *
   * @throws UnreadableFits when UTDATE is needed and no date
   */
  static StarExposure ofMean(FitsHeader header) {
    double total = seconds(header, "EXPOSED");
    int count = combined(header);
    double start = header.number("UTMJD_S").orElse(Double.NaN);
    double end = header.number("UTMJD_E").orElse(Double.NaN);
    if (!(start <= end)) {
      double mean = header.number("UTMJD").orElseGet(() -> meanDate(header));
      double half = Double.isNaN(total) ? 0 : total / 2 / SECONDS_PER_DAY;
      start = mean - half;
      end = mean + half;
    }
    return new StarExposure(start, end, total, total / count, count);
  }

  /** UTDATE as date and time, parted by a blank as astropy writes it. */
  private static double meanDate(FitsHeader header) {
    try {
      return StarRow.text(header, "UTDATE")
          .map(date -> Mjd.of(HeaderTime.dateTime(date.replace(' ', 'T'))))
          .orElse(Double.NaN);
    } catch (IllegalArgumentException e) {
      throw header.unreadable("UTDATE", "a date and time as yyyy-mm-dd hh:mm:ss");
    }
  }

  private static double seconds(FitsHeader header, String key) {
    double seconds = header.number(key).orElse(Double.NaN);
    return seconds > 0 && seconds < LONGEST_SECONDS ? seconds : Double.NaN;
  }

  private static int combined(FitsHeader header) {
    long stated = header.integer("NCOMBINE").orElse(0);
    int named = Math.max(1, inputs(header).size());
    return stated >= 1 && stated < LONGEST_SECONDS ? (int) stated : named;
  }

  /** What was combined: COMB0, COMB1 and so on, or from COMB1 in some files. */
  static List<String> inputs(FitsHeader header) {
    List<String> inputs = new ArrayList<>();
    header.text("COMB0").ifPresent(inputs::add);
    int number = 1;
    for (Optional<String> name = header.text("COMB1");
        name.isPresent();
        name = header.text("COMB" + ++number)) {
      inputs.add(name.get());
    }
    return inputs;
  }
}
