package org.pawprint.catalogue.survey.sixdfgs;

import static org.pawprint.core.obscore.ObsCoreColumn.ALT_TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.BAND_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.BIB_REFERENCE;
import static org.pawprint.core.obscore.ObsCoreColumn.CALIB_LEVEL;
import static org.pawprint.core.obscore.ObsCoreColumn.DATAPRODUCT_SUBTYPE;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_CALIB_STATUS;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RESOLUTION;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER;
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
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_CLASS;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_EXPTIME;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MIN;
import static org.pawprint.core.obscore.ObsCoreColumn.T_RESOLUTION;
import static org.pawprint.core.obscore.ObsCoreColumn.T_XEL;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.Redshift;
import org.pawprint.catalogue.survey.RowDerivation;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.spectrum.SkyPlace;
import org.pawprint.core.spectrum.Spectrum;

/** Catalogue rows of 6dFGS. */
final class SixdfgsRows {
  /** Diameter of a 6dF fibre on the sky. */
  private static final double FIBRE_DEGREES = 6.7 / 3600;

  private static final double RES_POWER = 1000;
  private static final double RESOLUTION_METRES = 8.5e-10;

  /** TARGET of an object that no target of the survey was matched with. */
  private static final String NO_TARGET = "not__in__config";

  /** QUALITY of a spectrum in which the redshifters saw a star. */
  private static final int STAR = 6;

  private SixdfgsRows() {}

  /**
   * @param fluxUcd UCD of the flux
   * @throws org.pawprint.core.fits.UnreadableFits when the position is none in degrees
   */
  static LoadedSpectrum loaded(
      Source source, String fluxUcd, Spectrum spectrum, Optional<SkyPlace> sky) {
    return new LoadedSpectrum(source.spectrumName(), row(source, fluxUcd, spectrum), spectrum, sky);
  }

  private static ObsCoreRow row(Source source, String fluxUcd, Spectrum spectrum) {
    FitsHeader header = source.header();
    ArmFrame frame = source.frame();
    Exposures exposures = frame.exposures();
    Band band = source.band();
    Redshift redshift = Redshift.of(header, "Z_HELIO", "Z").withQuality(header.integer("QUALITY"));
    boolean combined = band == Band.VR || exposures.several();
    ObsCoreRow.Builder row =
        ObsCoreRow.builder()
            .set(OBS_ID, source.obsId())
            .set(CALIB_LEVEL, band == Band.VR ? 3 : 2)
            .set(DATAPRODUCT_SUBTYPE, combined ? "combined" : "science")
            .set(FACILITY_NAME, "UKST")
            .set(INSTRUMENT_NAME, "6dF")
            .set(BIB_REFERENCE, DataPaper.SIX_DFGS.bibcode())
            .set(BAND_NAME, band.name())
            .set(TARGET_NAME, frame.name().orElse(null))
            .set(ALT_TARGET_NAME, configured(header).orElse(null))
            .set(TARGET_CLASS, targetClass(header))
            .set(FIELD_NAME, frame.field().orElse(null))
            .set(FIBRE, frame.fibre())
            .set(PIVOT, frame.pivot())
            .set(S_FOV, FIBRE_DEGREES)
            .set(T_MIN, exposures.startMjd())
            .set(T_MAX, exposures.endMjd())
            .set(T_EXPTIME, exposures.totalSeconds())
            .set(T_RESOLUTION, exposures.singleSeconds())
            .set(T_XEL, exposures.count())
            .set(EM_CALIB_STATUS, "calibrated")
            .set(EM_RES_POWER, RES_POWER)
            .set(EM_RESOLUTION, RESOLUTION_METRES)
            .set(O_UCD, fluxUcd)
            .set(O_CALIB_STATUS, "uncalibrated")
            .set(REDSHIFT, redshift.value())
            .set(QUALITY_FLAGS, redshift.flags());
    position(header).ifPresent(p -> row.set(S_RA, p.raDeg()).set(S_DEC, p.decDeg()));
    return RowDerivation.complete(row.build(), spectrum);
  }

  private static Optional<String> configured(FitsHeader header) {
    return header.text("TARGET").filter(target -> !target.equalsIgnoreCase(NO_TARGET));
  }

  private static @Nullable String targetClass(FitsHeader header) {
    return header.integer("QUALITY").orElse(0) == STAR ? "star" : null;
  }

  /** Degrees, J2000, which FK5 and ICRS give alike to 0.03″. */
  private static Optional<SkyPosition> position(FitsHeader header) {
    OptionalDouble ra = header.number("OBSRA");
    OptionalDouble dec = header.number("OBSDEC");
    if (ra.isEmpty() || dec.isEmpty()) {
      return Optional.empty();
    }
    if (ra.getAsDouble() < 0 || ra.getAsDouble() > 360) {
      throw header.unreadable("OBSRA", "degrees from 0 to 360");
    }
    if (Math.abs(dec.getAsDouble()) > 90) {
      throw header.unreadable("OBSDEC", "degrees from -90 to 90");
    }
    return Optional.of(new SkyPosition(ra.getAsDouble(), dec.getAsDouble()));
  }
}
