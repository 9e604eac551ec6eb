package org.pawprint.catalogue.survey.gama;

import static org.pawprint.core.obscore.ObsCoreColumn.ALT_TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_SNR;
import static org.pawprint.core.obscore.ObsCoreColumn.FIBRE;
import static org.pawprint.core.obscore.ObsCoreColumn.FIELD_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_CREATOR_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.S_SEEING;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.catalogue.survey.SpectralWcs;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.core.time.TimeScale;

/**
 * Spectra of SDSS-I and -II as GAMA serves them: spSpec files
 * (classic.sdss.org/dr7/dm/flatFiles/spSpec.html).
 *
 * <ul>
 *   <li>HDUs: the primary image with rows named by ARRAYn: SPECTRUM, CONTINUUM-SUBTRACTED SPECTRUM,
 *       ERROR, MASK; tables of lines are ignored.
 *   <li>Wavelength: ångström in vacuum, heliocentric, log10 in COEFF0 and COEFF1 from the first
 *       pixel; CTYPE1 says LINEAR.
 *   <li>Flux: 1e-17 erg/s/cm²/Å, whatever BUNIT says. Error: sigma; 0 says that nothing is known.
 *   <li>Mask: BRIGHTSKY marks a pixel bad; bits that are worse have sigma 0.
 *   <li>Times: TAI-BEG and TAI-END, seconds of atomic time since MJD 0.
 *   <li>RA and DEC of SDSS are those of the telescope and became SDSS_RA and SDSS_DEC; RA and DEC
 *       are GAMA's.
 * </ul>
 */
final class SdssOrigin implements Origin {
  /** Bit of the mask (classic.sdss.org/dr7/dm/flatFiles/spPlate.html). */
  private static final long BRIGHT_SKY = 1L << 23;

  /** Beyond the year 2170 there is no exposure but a damaged card. */
  private static final double LATEST_SECONDS = 1e10;

  private static final String[] CAMERAS = {"B1", "B2", "R1", "R2"};
  private static final String[] ROWS = {
    "SPECTRUM", "CONTINUUM-SUBTRACTED SPECTRUM", "ERROR", "MASK"
  };

  @Override
  public String survey() {
    return "SDSS";
  }

  @Override
  public Optional<DataPaper> paper() {
    return Optional.of(DataPaper.SDSS_DR7);
  }

  @Override
  public Pattern named() {
    return Pattern.compile("SDSS|SLOANDIGITALSKYSURVEY");
  }

  @Override
  public List<Part> parts(FitsFile fits) {
    NamedRows rows = NamedRows.of(fits.primary(), ROWS);
    FitsHeader header = rows.header();
    Facts facts =
        new Facts(header, Instrument.SDSS, times(header), Flux.CALIBRATED)
            .set(OBS_CREATOR_NAME, survey())
            .text(ALT_TARGET_NAME, "OBJID")
            .text(FIELD_NAME, "NAME")
            .positive(EM_SNR, "SN_R")
            .positive(S_SEEING, "SEEING50")
            .number(FIBRE, "FIBERID");
    return List.of(
        new Part(
            Part.ONLY,
            pixels(rows),
            axis(header, rows.length()),
            Medium.VACUUM,
            VelocityFrame.HELIOCENTRIC,
            Flux.CALIBRATED.unit(),
            facts.row(),
            Optional.empty()));
  }

  private static Pixels pixels(NamedRows rows) {
    float[] flux = rows.required("SPECTRUM");
    Pixels pixels =
        rows.row("ERROR")
            .map(sigma -> Pixels.ofSigma(flux, sigma, Pixels.Blank.NOT_A_NUMBER))
            .orElseGet(() -> Pixels.withoutErrors(flux));
    rows.row("MASK").ifPresent(mask -> pixels.mark(brightSky(mask), MaskBit.BAD_PIXEL));
    return pixels;
  }

  private static double[] brightSky(float[] mask) {
    double[] marks = new double[mask.length];
    for (int i = 0; i < mask.length; i++) {
      marks[i] = (long) mask[i] & BRIGHT_SKY;
    }
    return marks;
  }

  private static SpectralAxis axis(FitsHeader header, int length) {
    SpectralWcs wcs =
        header.has("COEFF0")
            ? new SpectralWcs(1, header.requiredNumber("COEFF0"), header.requiredNumber("COEFF1"))
            : SpectralWcs.of(header);
    return OriginAxis.RANGE.require(header, "COEFF0", wcs.logarithmic(header, length));
  }

  private static OriginTimes times(FitsHeader header) {
    return new OriginTimes(
        utc(header, "TAI-BEG"),
        utc(header, "TAI-END"),
        OriginTimes.seconds(header, "EXPTIME"),
        exposures(header));
  }

  private static double utc(FitsHeader header, String key) {
    double seconds = header.number(key).orElse(Double.NaN);
    return seconds > 0 && seconds < LATEST_SECONDS
        ? TimeScale.TAI.secondsToUtcMjd(seconds)
        : Double.NaN;
  }

  /** Of the camera with most: NEXP counts those of all four. */
  private static @Nullable Integer exposures(FitsHeader header) {
    Integer most = null;
    for (String camera : CAMERAS) {
      Integer count = OriginTimes.count(header, "NEXP_" + camera);
      if (count != null && (most == null || count > most)) {
        most = count;
      }
    }
    return most;
  }
}
