package org.pawprint.catalogue.survey.desi;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsTable;
import org.pawprint.core.fits.HduKind;

/** When each target was exposed, by the rows of EXP_FIBERMAP. */
final class DesiExposures {
  private static final double SECONDS_PER_DAY = 86400;

  /** From the start of the first exposure to the end of the last, MJD UTC. */
  record Window(double startMjd, double endMjd) {
    Window with(Window other) {
      return new Window(Math.min(startMjd, other.startMjd), Math.max(endMjd, other.endMjd));
    }
  }

  private final Map<Long, Window> windows = new HashMap<>();

  private DesiExposures() {}

  /** Empty windows when the file tells nothing of its exposures. */
  static DesiExposures in(FitsFile fits) {
    DesiExposures exposures = new DesiExposures();
    Optional<FitsHdu> hdu = fits.hdu("EXP_FIBERMAP").filter(h -> h.kind() == HduKind.BINTABLE);
    hdu.map(FitsHdu::table)
        .filter(t -> t.has("TARGETID") && t.has("MJD") && t.has("EXPTIME"))
        .ifPresent(exposures::read);
    return exposures;
  }

  private void read(FitsTable table) {
    for (int row = 0; row < table.rows(); row++) {
      double start = table.number("MJD", row).orElse(Double.NaN);
      double seconds = table.number("EXPTIME", row).orElse(Double.NaN);
      long target = table.integer("TARGETID", row).orElse(0);
      if (start > 0 && seconds >= 0) {
        windows.merge(target, new Window(start, start + seconds / SECONDS_PER_DAY), Window::with);
      }
    }
  }

  Optional<Window> of(long target) {
    return Optional.ofNullable(windows.get(target));
  }
}
