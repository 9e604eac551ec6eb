package org.pawprint.catalogue.survey.galah;

import static org.pawprint.core.obscore.ObsCoreColumn.ALT_TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_SNR;
import static org.pawprint.core.obscore.ObsCoreColumn.FIBRE;
import static org.pawprint.core.obscore.ObsCoreColumn.PIVOT;
import static org.pawprint.core.obscore.ObsCoreColumn.RV;
import static org.pawprint.core.obscore.ObsCoreColumn.S_DEC;
import static org.pawprint.core.obscore.ObsCoreColumn.S_RA;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_NAME;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.spectrum.VelocityFrame;

/** What pipeline 6 tells in its header and pipeline 5 does not. */
record Iraf6Header(FitsHeader cards) {
  private static final double LIGHT_KM_PER_S = 299_792.458;

  /** Names of the star, the most widely known first. OBJECT is the name of the field. */
  private static final List<String> STAR_NAMES =
      List.of("2MASS_ID", "GAIA_ID", "GALAH_ID", "OBJ_NAME");

  /** Sets names, fibre, place, velocity and the pipeline's own signal to noise. */
  void describe(ObsCoreRow.Builder row, StarIdentity identity) {
    Optional<String> name =
        STAR_NAMES.stream().flatMap(key -> StarRow.text(cards, key).stream()).findFirst();
    if (identity.sobjectId().isEmpty()) {
      row.set(TARGET_NAME, name.orElse(null));
    }
    row.set(ALT_TARGET_NAME, name.orElse(null))
        .set(FIBRE, whole("FIBRE"))
        .set(EM_SNR, positive("SNR"))
        .set(RV, velocity());
    if (cards.has("PIVOT")) {
      row.set(PIVOT, whole("PIVOT"));
    }
    place(row);
  }

  private void place(ObsCoreRow.Builder row) {
    Optional<SkyPosition> star =
        StarRow.position(cards, "RA_ICRS", "DEC_ICRS")
            .or(() -> StarRow.position(cards, "RA_OBS", "DEC_OBS"))
            .or(() -> StarRow.position(cards, "RA_OBJ", "DEC_OBJ"));
    if (star.isPresent()) {
      row.set(S_RA, star.get().raDeg()).set(S_DEC, star.get().decDeg());
    } else {
      StarRow.placeInField(row, cards);
    }
  }

  private @Nullable Integer whole(String key) {
    long value = cards.integer(key).orElse(0);
    return value > 0 && value <= Integer.MAX_VALUE ? (int) value : null;
  }

  private @Nullable Double positive(String key) {
    double value = cards.number(key).orElse(Double.NaN);
    return value > 0 ? value : null;
  }

  /** Of all arms together, else of this arm; NaN where the pipeline trusts neither. */
  private double velocity() {
    OptionalDouble all = trusted("RVCOM");
    return (all.isPresent() ? all : trusted("RV")).orElse(Double.NaN);
  }

  private OptionalDouble trusted(String key) {
    boolean converged = cards.number(key + "_OK").orElse(0) == 1;
    return converged ? cards.number(key) : OptionalDouble.empty();
  }

  /**
   * Barycentric, unless the header says that it was not done: BARYEFF is {@code None}, or the
   * redshift that IRAF's dopcor logged in DOPCOR01 is nearer to none than to BARYEFF. (In a test
   * file of the pipeline the sky lines lie at 0 km/s, with BARYEFF at −21.7.)
   */
  VelocityFrame frame() {
    boolean undone = cards.text("BARYEFF").filter("None"::equalsIgnoreCase).isPresent();
    double applied = Math.abs(firstNumber(cards.text("DOPCOR01").orElse(""))) * LIGHT_KM_PER_S;
    boolean less = applied < Math.abs(cards.number("BARYEFF").orElse(0)) / 2;
    return undone || less ? VelocityFrame.TOPOCENTRIC : VelocityFrame.BARYCENTRIC;
  }

  private static double firstNumber(String text) {
    try {
      return Double.parseDouble(text.split("\\s+", 2)[0]);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** BUNIT, of which the pipeline writes a plural that FITS does not know; counts where silent. */
  String fluxUnit() {
    return cards.text("BUNIT").filter(unit -> !unit.equalsIgnoreCase("counts")).orElse("count");
  }
}
