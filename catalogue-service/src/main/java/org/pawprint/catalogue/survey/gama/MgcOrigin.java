package org.pawprint.catalogue.survey.gama;

import static org.pawprint.core.obscore.ObsCoreColumn.ALT_TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_SNR;
import static org.pawprint.core.obscore.ObsCoreColumn.FIBRE;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_CREATOR_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.PIVOT;
import static org.pawprint.core.obscore.ObsCoreColumn.S_SEEING;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.catalogue.survey.Redshift;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.sky.SkyPosition;

/**
 * Spectra of the Millennium Galaxy Catalogue from 2dF (Driver et al. 2005, MNRAS 360, 81).
 *
 * <ul>
 *   <li>HDUs: the primary image with rows named by ROWn: Spectrum, Sigma, Sky.
 *   <li>Wavelength: ångström in air, linear, CD1_1 without CDELT1; topocentric, as the measured and
 *       the heliocentric redshift differ.
 *   <li>Flux: counts. Error: sigma. Blank: −10 where sigma is 0; −10 with an error is a
 *       measurement.
 *   <li>Times: DATE-OBS and UT of the start, EXPTIME.
 * </ul>
 */
final class MgcOrigin implements OwnFiles {
  private static final Pattern NAMED = Pattern.compile("MGC|MILLENNIUMGALAXYCATALOGUE");
  private static final float BLANK = -10;

  @Override
  public String survey() {
    return "MGC";
  }

  @Override
  public Optional<DataPaper> paper() {
    return Optional.of(DataPaper.MGC);
  }

  @Override
  public Pattern named() {
    return NAMED;
  }

  @Override
  public boolean published(FitsFile fits) {
    FitsHeader header = fits.primary().header();
    return fits.primary().shape().length == 2
        && header.has("ROW1")
        && header.text("ORIGIN").filter(this::isNamedIn).isPresent();
  }

  /** RA and DEC are those of the object, in degrees J2000; RA_FIB and DEC_FIB the fibre's. */
  @Override
  public Identity identity(FitsHeader header) {
    String object = header.requiredText("OBJECT");
    SkyPosition place = Identity.degrees(header, "RA", "DEC");
    return new Identity(
        object,
        object,
        place != null ? place : Identity.degrees(header, "RA_FIB", "DEC_FIB"),
        Redshift.of(header, "Z_HELIO"));
  }

  @Override
  public List<Part> parts(FitsFile fits) {
    NamedRows rows = NamedRows.of(fits.primary());
    FitsHeader header = rows.header();
    OriginTimes times =
        OriginTimes.of(
                header, "DATE-OBS", "UT", Optional.empty(), OriginTimes.seconds(header, "EXPTIME"))
            .combining(OriginTimes.count(header, "NCOMBINE"));
    Flux flux = Flux.of(header);
    Facts facts =
        new Facts(header, Instrument.twoDf(header), times, flux)
            .set(OBS_CREATOR_NAME, survey())
            .text(ALT_TARGET_NAME, "OBJECT")
            .positive(EM_SNR, "SN")
            .positive(S_SEEING, "SEEING")
            .number(FIBRE, "FIBRE")
            .number(PIVOT, "PIVOT");
    Pixels pixels = pixels(rows.required("Spectrum"), rows.row("Sigma").orElse(null));
    return List.of(
        Part.observed(
                Part.ONLY, pixels, OriginAxis.linear(header, rows.length()), flux, facts.row())
            .with(rows.sky()));
  }

  private static Pixels pixels(float[] flux, float @Nullable [] sigma) {
    if (sigma == null) {
      return Pixels.withoutErrors(flux);
    }
    for (int i = 0; i < flux.length; i++) {
      if (flux[i] == BLANK && sigma[i] == 0) {
        flux[i] = Float.NaN;
      }
    }
    return Pixels.ofSigma(flux, sigma, Pixels.Blank.NOT_A_NUMBER);
  }
}
