package org.pawprint.core.fits;

import static org.pawprint.core.obscore.ObsCoreColumn.BAND_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_COLLECTION;
import static org.pawprint.core.obscore.ObsCoreColumn.QUALITY_FLAGS;
import static org.pawprint.core.obscore.ObsCoreColumn.REDSHIFT;
import static org.pawprint.core.obscore.ObsCoreColumn.RV;
import static org.pawprint.core.obscore.ObsCoreColumn.S_DEC;
import static org.pawprint.core.obscore.ObsCoreColumn.S_FOV;
import static org.pawprint.core.obscore.ObsCoreColumn.S_RA;
import static org.pawprint.core.obscore.ObsCoreColumn.S_SEEING;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_EXPTIME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MIDPOINT;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MIN;
import static org.pawprint.core.obscore.ObsCoreColumn.T_XEL;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.QualityFlag;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * The catalogue's facts as cards of the simplified spectrum, with the names and types that Data
 * Central's clients know: WMIN … WMIDREST and FOV are texts with two decimals. A card whose value
 * the catalogue does not know is absent.
 *
 * <p>Wavelengths here are of the product's own axis, in its own medium and frame, unlike em_min and
 * em_max of the catalogue, which are vacuum metres.
 */
final class AddedCards {
  private static final String BY = ", added by Pawprint";

  private final FitsCards cards;
  private final ObsCoreRow row;

  private AddedCards(FitsCards cards, ObsCoreRow row) {
    this.cards = cards;
    this.row = row;
  }

  static void add(FitsCards cards, ObsCoreRow row, Spectrum spectrum) {
    AddedCards added = new AddedCards(cards, row);
    added.target();
    added.time();
    added.wavelengths(spectrum);
    added.real("SEEING", S_SEEING, "[arcsec] seeing");
    row.number(S_FOV)
        .ifPresent(deg -> added.decimals("FOV", deg * 3600, "[arcsec] fibre or aperture"));
    added.quality();
  }

  private void target() {
    real("RA", S_RA, "[deg] right ascension, ICRS");
    real("DEC", S_DEC, "[deg] declination, ICRS");
    text("OBJECT", TARGET_NAME, "target");
    text("SURVEY", OBS_COLLECTION, "collection");
    real("Z", REDSHIFT, "redshift");
    real("RV", RV, "[km/s] radial velocity");
  }

  private void time() {
    real("TMIN", T_MIN, "[d] start, MJD UTC");
    real("TMAX", T_MAX, "[d] end, MJD UTC");
    real("TMID", T_MIDPOINT, "[d] midpoint, MJD UTC");
    real("EXPTIME", T_EXPTIME, "[s] total exposure");
    integer("TXEL", T_XEL, "exposures combined");
  }

  private void wavelengths(Spectrum spectrum) {
    text("BAND", BAND_NAME, "band or arm");
    SpectralAxis axis = spectrum.axis();
    double middle = (axis.first() + axis.last()) / 2;
    decimals("WMIN", axis.first(), "[Angstrom] first pixel");
    decimals("WMAX", axis.last(), "[Angstrom] last pixel");
    decimals("WMID", middle, "[Angstrom] middle");
    // Wavelengths in the frame of the source are at rest already.
    double z = spectrum.frame() == VelocityFrame.SOURCE ? 0 : row.number(REDSHIFT).orElse(-1.0);
    if (z > -1) {
      decimals("WMINREST", axis.first() / (1 + z), "[Angstrom] first, at rest");
      decimals("WMAXREST", axis.last() / (1 + z), "[Angstrom] last, at rest");
      decimals("WMIDREST", middle / (1 + z), "[Angstrom] middle, at rest");
    }
  }

  private void quality() {
    row.number(QUALITY_FLAGS)
        .map(Double::intValue)
        .ifPresent(
            flags -> {
              cards.integer("QFLAGS", flags, "quality bits" + BY);
              cards.text("QTERMS", String.join(" ", QualityFlag.terms(flags)), "set bits" + BY);
            });
  }

  private void real(String keyword, ObsCoreColumn column, String comment) {
    row.number(column).ifPresent(value -> cards.real(keyword, value, comment + BY));
  }

  private void integer(String keyword, ObsCoreColumn column, String comment) {
    row.number(column).ifPresent(value -> cards.integer(keyword, value.longValue(), comment + BY));
  }

  private void text(String keyword, ObsCoreColumn column, String comment) {
    row.text(column).ifPresent(value -> cards.text(keyword, value, comment + BY));
  }

  private void decimals(String keyword, double value, String comment) {
    String text = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    cards.text(keyword, text, comment + BY);
  }
}
