package org.pawprint.catalogue.survey.gama;

import static org.pawprint.core.obscore.ObsCoreColumn.FIELD_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_CREATOR_NAME;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;

/**
 * QSOs of the 2dF-SDSS LRG and QSO survey (Croom et al. 2009, MNRAS 392, 19): one fibre of a frame
 * of 2dfdr, with the header of the frame.
 *
 * <ul>
 *   <li>HDUs: the flux in the primary, VARIANCE.
 *   <li>Wavelength: ångström in air, linear, CDELT1; topocentric. Cards of axis 2 are left over
 *       from the frame.
 *   <li>Flux: counts. Error: variance. Blanks: NaN.
 *   <li>Times: UTDATE, UTSTART, UTEND and EXPOSED, of the first frame where several were combined.
 *   <li>OBJECT is the label of the field; no card but GAMA's tells the target.
 * </ul>
 */
final class SlaqQsoOrigin implements Origin {

  @Override
  public String survey() {
    return "2SLAQ-QSO";
  }

  @Override
  public Optional<DataPaper> paper() {
    return Optional.of(DataPaper.TWO_SLAQ_QSO);
  }

  @Override
  public Pattern named() {
    return Pattern.compile("2SLAQ.*QSO");
  }

  @Override
  public List<Part> parts(FitsFile fits) {
    FitsHeader header = fits.primary().header();
    float[] counts = Extensions.flux(fits);
    Optional<FitsHdu> variance = Extensions.beside(fits, "VARIANCE", counts.length);
    Pixels pixels =
        variance.isPresent()
            ? Pixels.ofVariance(counts, variance.get().floatRow(0))
            : Pixels.withoutErrors(counts);
    Flux flux = Flux.of(header);
    Facts facts =
        new Facts(header, Instrument.twoDf(header), times(header), flux)
            .set(OBS_CREATOR_NAME, survey())
            .text(FIELD_NAME, "OBJECT");
    return List.of(
        Part.observed(
            Part.ONLY, pixels, OriginAxis.linear(header, counts.length), flux, facts.row()));
  }

  /** The cards that 2dfdr copies from the first frame of either half of the survey. */
  static OriginTimes times(FitsHeader header) {
    return OriginTimes.of(
        header, "UTDATE", "UTSTART", Optional.of("UTEND"), OriginTimes.seconds(header, "EXPOSED"));
  }
}
