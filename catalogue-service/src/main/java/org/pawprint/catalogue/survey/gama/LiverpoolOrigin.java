package org.pawprint.catalogue.survey.gama;

import static org.pawprint.core.obscore.ObsCoreColumn.ALT_TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_CREATOR_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.PROPOSAL_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.S_SEEING;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.catalogue.survey.Redshift;
import org.pawprint.catalogue.survey.SpectralWcs;
import org.pawprint.catalogue.survey.WavelengthUnit;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.spectrum.SpectralAxis;

/**
 * Spectra that GAMA took with FrodoSpec on the Liverpool Telescope.
 *
 * <ul>
 *   <li>HDUs: the primary alone, extracted and sky-subtracted.
 *   <li>Wavelength: ångström in air, linear; the cards CRVAL, CDELT, CRPIX, CTYPE and CUNIT have no
 *       number of the axis. Topocentric: no correction is documented.
 *   <li>Flux: counts. Error: none. Blanks: NaN.
 *   <li>Times: DATE-OBS and EXPTIME, of the first exposure where HISTORY tells of a second.
 * </ul>
 */
final class LiverpoolOrigin implements OwnFiles {
  private static final Pattern NAMED = Pattern.compile("^(GAMA)?LT$|LIVERPOOL");

  /** Diameter of the circle with the area of the 12 × 12 lenses, as Data Central has it. */
  private static final double APERTURE_ARCSEC = 9.84;

  private static final Pattern TWO_EXPOSURES =
      Pattern.compile("(?i).*\\btwo sequential equal exposures combined\\b.*");

  @Override
  public String survey() {
    return "LT";
  }

  @Override
  public Optional<DataPaper> paper() {
    return Optional.empty();
  }

  @Override
  public Pattern named() {
    return NAMED;
  }

  @Override
  public boolean published(FitsFile fits) {
    FitsHeader header = fits.primary().header();
    return fits.primary().shape().length == 1
        && header.has("CRVAL")
        && header.text("INSTRUME").filter("FrodoSpec"::equalsIgnoreCase).isPresent()
        && header.text("ORIGIN").filter(this::isNamedIn).isPresent();
  }

  /** CAT-RA and CAT-DEC are the place of the target, J2000; DATE-OBS tells exposures apart. */
  @Override
  public Identity identity(FitsHeader header) {
    return new Identity(
        header.requiredText("OBJECT"),
        "LT-" + header.requiredText("DATE-OBS"),
        Identity.sexagesimal(header, "CAT-RA", "CAT-DEC"),
        Redshift.NONE);
  }

  @Override
  public List<Part> parts(FitsFile fits) {
    FitsHeader header = fits.primary().header();
    float[] counts = Extensions.flux(fits);
    Flux flux = Flux.of(header);
    Facts facts =
        new Facts(header, instrument(header), times(header), flux)
            .set(OBS_CREATOR_NAME, survey())
            .text(ALT_TARGET_NAME, "OBJECT")
            .text(PROPOSAL_ID, "PROPID")
            .positive(S_SEEING, "ESTSEE");
    return List.of(
        Part.observed(
            Part.ONLY,
            Pixels.withoutErrors(counts),
            axis(header, counts.length),
            flux,
            facts.row()));
  }

  private static SpectralAxis axis(FitsHeader header, int length) {
    if (header.has("CRVAL1")) {
      return OriginAxis.linear(header, length);
    }
    SpectralWcs wcs =
        new SpectralWcs(
            header.requiredNumber("CRPIX"),
            header.requiredNumber("CRVAL"),
            header.requiredNumber("CDELT"));
    if (!(wcs.step() > 0)) {
      throw header.unreadable("CDELT", "a step above zero");
    }
    WavelengthUnit unit =
        WavelengthUnit.of(header.text("CUNIT").orElse("Angstrom"))
            .orElseThrow(() -> header.unreadable("CUNIT", "a unit of length, e.g. Angstroms"));
    return OriginAxis.RANGE.require(header, "CRVAL", wcs.linear(header, unit, length));
  }

  /** WAVRESOL is the width of a line at WAVCENT, both in ångström. */
  private static Instrument instrument(FitsHeader header) {
    double width = OriginTimes.seconds(header, "WAVRESOL");
    OptionalDouble centre = header.number("WAVCENT");
    return new Instrument(
        "Liverpool Telescope",
        "FrodoSpec",
        APERTURE_ARCSEC,
        new Instrument.Resolution(
            centre.orElse(Double.NaN) / width, Double.NaN, Double.NaN, width));
  }

  private static OriginTimes times(FitsHeader header) {
    double first = OriginTimes.seconds(header, "EXPTIME");
    Optional<String> combined =
        header.history().stream().filter(l -> TWO_EXPOSURES.matcher(l).matches()).findFirst();
    return combined.isPresent()
        ? OriginTimes.lasting(header, "DATE-OBS", 2 * first).combining(2)
        : OriginTimes.lasting(header, "DATE-OBS", first);
  }
}
