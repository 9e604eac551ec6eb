package org.pawprint.catalogue.survey.twodfgrs;

import static org.pawprint.core.obscore.ObsCoreColumn.ALT_TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.BIB_REFERENCE;
import static org.pawprint.core.obscore.ObsCoreColumn.CALIB_LEVEL;
import static org.pawprint.core.obscore.ObsCoreColumn.DATAPRODUCT_SUBTYPE;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RESOLUTION;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER_MIN;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_SNR;
import static org.pawprint.core.obscore.ObsCoreColumn.FACILITY_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.FIBRE;
import static org.pawprint.core.obscore.ObsCoreColumn.FIELD_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.INSTRUMENT_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.O_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.O_UCD;
import static org.pawprint.core.obscore.ObsCoreColumn.PIVOT;
import static org.pawprint.core.obscore.ObsCoreColumn.QUALITY_FLAGS;
import static org.pawprint.core.obscore.ObsCoreColumn.REDSHIFT;
import static org.pawprint.core.obscore.ObsCoreColumn.S_DEC;
import static org.pawprint.core.obscore.ObsCoreColumn.S_FOV;
import static org.pawprint.core.obscore.ObsCoreColumn.S_RA;
import static org.pawprint.core.obscore.ObsCoreColumn.S_SEEING;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_EXPTIME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MIN;
import static org.pawprint.core.obscore.ObsCoreColumn.T_RESOLUTION;
import static org.pawprint.core.obscore.ObsCoreColumn.T_XEL;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.catalogue.survey.Positive;
import org.pawprint.catalogue.survey.Redshift;
import org.pawprint.catalogue.survey.RowDerivation;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.Fk4;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.time.ExposureWindow;

/**
 * One observation of an object: its names and its catalogue row.
 *
 * @param object header of the primary, about the object
 * @param header of the spectrum
 */
record Observation(FitsHeader object, FitsHeader header) {
  /** Diameter of a 2dF fibre on the sky. */
  private static final double FIBRE_DEGREES = 2.1 / 3600;

  /** Widths of the lines of an arc through grating 300B, 9 Å, over the band. */
  private static final double RESOLUTION_METRES = 9e-10;

  private static final double RES_POWER = 644;
  private static final double RES_POWER_MIN = 400;
  private static final double RES_POWER_MAX = 889;

  /** SPFILE, the reduced frame of up to 200 fibres, without its suffix. */
  private String obsId() {
    String frame = header.requiredText("SPFILE");
    return frame.toLowerCase(Locale.ROOT).endsWith(".fits")
        ? frame.substring(0, frame.length() - 5)
        : frame;
  }

  /** Plate and fibre, which within one reduced frame no two objects share. */
  String spectrumName() {
    long fibre = header.requiredInteger("FIBRE");
    OptionalLong plate = header.integer("PLATE");
    return plate.isPresent() ? plate.getAsLong() + "-" + fibre : String.valueOf(fibre);
  }

  /**
   * @throws org.pawprint.core.fits.UnreadableFits when a card is present but not what it should be
   */
  ObsCoreRow row(Spectrum spectrum) {
    Redshift redshift = Redshift.of(header, "Z_HELIO", "Z").withQuality(header.integer("QUALITY"));
    ObsCoreRow.Builder row =
        ObsCoreRow.builder()
            .set(OBS_ID, obsId())
            .set(CALIB_LEVEL, 2)
            .set(DATAPRODUCT_SUBTYPE, "science")
            .set(FACILITY_NAME, "AAT")
            .set(INSTRUMENT_NAME, "2dF")
            .set(BIB_REFERENCE, DataPaper.TWO_DFGRS.bibcode())
            .set(TARGET_NAME, object.text("NAME").orElse(null))
            .set(ALT_TARGET_NAME, header.text("OBSNAME").orElse(null))
            .set(FIELD_NAME, header.text("OBSFLD").orElse(null))
            .set(FIBRE, Positive.whole(header, "FIBRE"))
            .set(PIVOT, Positive.whole(header, "PIVOT"))
            .set(S_FOV, FIBRE_DEGREES)
            .set(S_SEEING, Positive.number(header, "SEEING"))
            .set(EM_CALIB_STATUS, "calibrated")
            .set(EM_RES_POWER, RES_POWER)
            .set(EM_RES_POWER_MIN, RES_POWER_MIN)
            .set(EM_RES_POWER_MAX, RES_POWER_MAX)
            .set(EM_RESOLUTION, RESOLUTION_METRES)
            .set(EM_SNR, Positive.number(header, "SNR"))
            .set(O_UCD, "phot.count")
            .set(O_CALIB_STATUS, "uncalibrated")
            .set(REDSHIFT, redshift.value())
            .set(QUALITY_FLAGS, redshift.flags());
    times(row);
    position().ifPresent(place -> row.set(S_RA, place.raDeg()).set(S_DEC, place.decDeg()));
    return RowDerivation.complete(row.build(), spectrum);
  }

  /**
   * Times and exposure are those of REFRUN, the reference among the NCOMB frames that were
   * combined: the release says nothing of the others.
   */
  private void times(ObsCoreRow.Builder row) {
    double exposure = Positive.number(header, "REFEXP");
    row.set(T_EXPTIME, exposure)
        .set(T_RESOLUTION, exposure)
        .set(T_XEL, Positive.whole(header, "NCOMB"));
    Optional<String> date = header.text("UTDATE");
    Optional<String> start = header.text("UTSTART");
    if (date.isEmpty() || start.isEmpty()) {
      return;
    }
    try {
      ExposureWindow window = window(date.get(), start.get(), exposure);
      row.set(T_MIN, window.startMjd()).set(T_MAX, window.endMjd());
    } catch (IllegalArgumentException e) {
      throw header.unreadable("UTDATE", "UTDATE, UTSTART and UTEND as times: " + e.getMessage());
    }
  }

  private ExposureWindow window(String date, String start, double exposure) {
    Optional<String> end = header.text("UTEND");
    return end.isPresent()
        ? ExposureWindow.of(date, start, end.get())
        : ExposureWindow.lasting(date, start, exposure > 0 ? exposure : 0);
  }

  /**
   * Where the fibre was, else where the object is; both in FK4 B1950. No card tells when the plates
   * of the source catalogue were taken, so the epoch is that of the equinox, as at Data Central; in
   * the fifty years since, the turning of FK4 amounts to a quarter of an arcsecond.
   */
  private Optional<SkyPosition> position() {
    if (object.number("APMEQNX").orElse(1950) != 1950) {
      throw object.unreadable("APMEQNX", "1950");
    }
    Optional<SkyPosition> fibre = position(header, "OBSRA", "OBSDEC");
    return fibre.isPresent() ? fibre : position(object, "RA", "DEC");
  }

  private static Optional<SkyPosition> position(FitsHeader cards, String raCard, String decCard) {
    OptionalDouble ra = cards.number(raCard);
    OptionalDouble dec = cards.number(decCard);
    if (ra.isEmpty() || dec.isEmpty()) {
      return Optional.empty();
    }
    if (Math.abs(ra.getAsDouble()) > 2 * Math.PI) {
      throw cards.unreadable(raCard, "an angle in radians");
    }
    if (Math.abs(dec.getAsDouble()) > Math.PI / 2) {
      throw cards.unreadable(decCard, "an angle in radians");
    }
    return Optional.of(
        Fk4.toIcrs(Math.toDegrees(ra.getAsDouble()), Math.toDegrees(dec.getAsDouble()), Fk4.B1950));
  }
}
