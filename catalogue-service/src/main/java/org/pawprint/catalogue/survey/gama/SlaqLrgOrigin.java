package org.pawprint.catalogue.survey.gama;

import static org.pawprint.core.obscore.ObsCoreColumn.ALT_TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.FIELD_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_CREATOR_NAME;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.catalogue.survey.Redshift;
import org.pawprint.catalogue.survey.SubtractedSky;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.spectrum.SkyPlace;

/**
 * Luminous red galaxies of the 2dF-SDSS LRG and QSO survey (Cannon et al. 2006, MNRAS 372, 425), as
 * IRAF's apall leaves one aperture.
 *
 * <ul>
 *   <li>HDUs: the primary alone, with three axes: pixels, one aperture, and two planes, the
 *       spectrum and the sky.
 *   <li>Wavelength: ångström in air, linear, CD1_1; topocentric.
 *   <li>Flux: counts. Error: none. Blanks: NaN.
 *   <li>MSTITLE is the label of the field.
 *   <li>Times: UTDATE, UTSTART, UTEND and EXPOSED.
 * </ul>
 */
final class SlaqLrgOrigin implements OwnFiles {
  private static final String FIELD = "2dF-SDSS LRG/QSO survey";
  private static final int LONGEST = 1 << 24;

  @Override
  public String survey() {
    return "2SLAQ-LRG";
  }

  @Override
  public Optional<DataPaper> paper() {
    return Optional.of(DataPaper.TWO_SLAQ_LRG);
  }

  @Override
  public Pattern named() {
    return Pattern.compile("2SLAQ.*LRG");
  }

  @Override
  public boolean published(FitsFile fits) {
    FitsHeader header = fits.primary().header();
    return fits.primary().shape().length == 3
        && header.text("MSTITLE").filter(title -> title.startsWith(FIELD)).isPresent()
        && target(header) != null;
  }

  private static @Nullable String target(FitsHeader header) {
    return header.text("OBJECT").filter(name -> !name.startsWith(FIELD)).orElse(null);
  }

  /** The object and the night: some galaxies were observed twice. */
  @Override
  public Identity identity(FitsHeader header) {
    String object = header.requiredText("OBJECT");
    return new Identity(
        object,
        header.text("UTDATE").map(date -> object + "-" + date).orElse(object),
        Identity.degrees(header, "RA", "DEC"),
        Redshift.NONE);
  }

  @Override
  public List<Part> parts(FitsFile fits) {
    FitsHdu image = fits.primary();
    FitsHeader header = image.header();
    long[] shape = image.shape();
    if (shape.length != 3 || shape[0] > LONGEST) {
      throw header.unreadable("NAXIS", "3: pixels, aperture, and planes of spectrum and sky");
    }
    if (header.integer("DC-FLAG").orElse(0) != 0) {
      throw header.unreadable("DC-FLAG", "0, linear wavelengths");
    }
    int length = (int) shape[0];
    Flux flux = Flux.of(header);
    Facts facts =
        new Facts(header, Instrument.twoDf(header), SlaqQsoOrigin.times(header), flux)
            .set(OBS_CREATOR_NAME, survey())
            .set(ALT_TARGET_NAME, target(header))
            .text(FIELD_NAME, "MSTITLE");
    Pixels pixels = Pixels.withoutErrors(image.floats(0, length));
    // One aperture: the second plane is the second row.
    Optional<SkyPlace> sky = shape[1] == 1 ? SubtractedSky.in(image, 1, length) : Optional.empty();
    return List.of(
        Part.observed(Part.ONLY, pixels, OriginAxis.linear(header, length), flux, facts.row())
            .with(sky));
  }
}
