package org.pawprint.catalogue.survey.gama;

import static org.pawprint.core.obscore.ObsCoreColumn.ALT_TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.FIELD_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_CREATOR_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.PIVOT;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_CLASS;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.catalogue.survey.Redshift;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.spectrum.MaskBit;

/**
 * Spectra of the 2dF QSO Redshift Survey (Croom et al. 2004, MNRAS 349, 1397).
 *
 * <ul>
 *   <li>HDUs: the flux in the primary, VARIANCE and BADPIX, the latter 0 for good and 255 for bad.
 *   <li>Flux and variance are 16-bit integers with BSCALE, BZERO and BLANK, in counts.
 *   <li>Wavelength: ångström in air, linear, CD1_1 without CDELT1, CTYPE1 {@code WAVE-WAV};
 *       topocentric, as 2dfdr leaves them.
 *   <li>Error: variance. Blanks: BLANK.
 *   <li>Times: the UT date alone, {@code yyyy:mm:dd} in DATE-OBS.
 *   <li>RA_OBJ and DEC_OBJ are radians J2000.
 * </ul>
 */
final class TwoQzOrigin implements OwnFiles {
  private static final Pattern NAMED = Pattern.compile("2QZ|2DFQSOREDSHIFTSURVEY");

  /**
   * QUALTHIS is ten times the quality of the class and that of the redshift: 1, 2 for a poor one,
   * or 3 for none.
   */
  private static final int NO_REDSHIFT_QUALITY = 3;

  private static final int DOUBTED_QUALITY = 2;

  @Override
  public String survey() {
    return "2QZ";
  }

  @Override
  public Optional<DataPaper> paper() {
    return Optional.of(DataPaper.TWO_QZ);
  }

  @Override
  public Pattern named() {
    return NAMED;
  }

  @Override
  public boolean published(FitsFile fits) {
    FitsHeader header = fits.primary().header();
    return fits.primary().shape().length == 1
        && header.has("RA_OBJ")
        && header.text("ORIGIN").filter(this::isNamedIn).isPresent();
  }

  /** An object observed twice has two files that differ in DATETHIS. */
  @Override
  public Identity identity(FitsHeader header) {
    String object = header.requiredText("OBJECT");
    return new Identity(
        object,
        header.text("DATETHIS").map(date -> object + "-" + date).orElse(object),
        Identity.radians(header, "RA_OBJ", "DEC_OBJ"),
        redshift(header));
  }

  private static Redshift redshift(FitsHeader header) {
    long quality = header.integer("QUALTHIS").orElse(0) % 10;
    return quality == NO_REDSHIFT_QUALITY
        ? Redshift.NONE
        : Redshift.of(header, "Z_THIS").doubtedIf(quality == DOUBTED_QUALITY);
  }

  @Override
  public List<Part> parts(FitsFile fits) {
    FitsHeader header = fits.primary().header();
    Flux flux = Flux.of(header);
    Facts facts =
        new Facts(header, Instrument.twoDf(header), OriginTimes.withinDay(header, "DATE-OBS"), flux)
            .set(OBS_CREATOR_NAME, survey())
            .text(ALT_TARGET_NAME, "OBJECT")
            .text(TARGET_CLASS, "ID_THIS")
            .text(FIELD_NAME, "FIELD")
            .number(PIVOT, "PIVOT");
    Pixels pixels = pixels(fits);
    return List.of(
        Part.observed(
            Part.ONLY, pixels, OriginAxis.linear(header, pixels.flux().length), flux, facts.row()));
  }

  private static Pixels pixels(FitsFile fits) {
    float[] flux = Extensions.flux(fits);
    Pixels pixels = Extensions.pixels(fits, flux);
    Extensions.beside(fits, "BADPIX", flux.length)
        .ifPresent(bad -> pixels.mark(bad.doubleRow(0), MaskBit.BAD_PIXEL));
    return pixels;
  }
}
