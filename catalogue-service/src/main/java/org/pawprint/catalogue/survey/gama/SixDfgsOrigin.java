package org.pawprint.catalogue.survey.gama;

import static org.pawprint.core.obscore.ObsCoreColumn.ALT_TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.ARM;
import static org.pawprint.core.obscore.ObsCoreColumn.BAND_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.FIBRE;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_CREATOR_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.PIVOT;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.catalogue.survey.SpectralWcs;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.TabulatedAxis;

/**
 * Spectra of 6dFGS as GAMA serves them, split from the survey's file.
 *
 * <ul>
 *   <li>HDUs: every image of three or four rows: flux, variance, sky and, where V and R are joined,
 *       the wavelengths.
 *   <li>Wavelength: ångström in air, linear; the fourth row has the same in single precision and
 *       counts where the header says otherwise. Topocentric, as Z and Z_HELIO differ.
 *   <li>Flux: counts. Error: variance. Blanks: NaN.
 *   <li>Times: cards with the letter of the arm, which joined spectra lack.
 * </ul>
 */
final class SixDfgsOrigin implements Origin {
  private static final String[] ROWS = {"SPECTRUM", "VARIANCE", "SKY", "WAVELENGTH"};
  private static final Pattern BAND = Pattern.compile("SPECTRUM\\s+(VR|V|R)\\b.*");

  private static final String JOINED = "VR";

  /** What TARGET says of an object that is not in the configuration of the field. */
  private static final String NO_TARGET = "not__in__config";

  /** Ångström that single precision and a sum over the pixels may lose; a hundredth of a pixel. */
  private static final double ROUNDING = 0.01;

  @Override
  public String survey() {
    return "6dFGS";
  }

  @Override
  public Optional<DataPaper> paper() {
    return Optional.of(DataPaper.SIX_DFGS);
  }

  @Override
  public Pattern named() {
    return Pattern.compile("6DFGS|6DFGALAXYSURVEY");
  }

  @Override
  public List<Part> parts(FitsFile fits) {
    List<Part> parts = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (FitsHdu hdu : fits.hdus()) {
      if (Extensions.hasRows(hdu) && (hdu.shape()[1] == 3 || hdu.shape()[1] == 4)) {
        String band = band(hdu);
        String name = band.isEmpty() ? Part.ONLY : band;
        for (int again = 2; !names.add(name); again++) {
          name = (band.isEmpty() ? Part.ONLY : band) + again;
        }
        parts.add(part(NamedRows.of(hdu, ROWS), name, band));
      }
    }
    if (parts.isEmpty()) {
      throw fits.primary().header().unreadable("NAXIS2", "3 or 4: flux, variance, sky, wavelength");
    }
    return parts;
  }

  /** By EXTNAME; only joined spectra have four rows. Empty where neither tells. */
  private static String band(FitsHdu hdu) {
    Matcher told = BAND.matcher(hdu.header().text("EXTNAME").orElse(""));
    if (told.matches()) {
      return told.group(1);
    }
    return hdu.shape()[1] == 4 ? JOINED : "";
  }

  private Part part(NamedRows rows, String name, String band) {
    FitsHeader header = rows.header();
    float[] counts = rows.required("SPECTRUM");
    Pixels pixels =
        rows.row("VARIANCE")
            .map(variance -> Pixels.ofVariance(counts, variance))
            .orElseGet(() -> Pixels.withoutErrors(counts));
    Flux flux = Flux.of(header);
    Facts facts =
        new Facts(header, Instrument.SIX_DF, SixDfTimes.of(header, band), flux)
            .set(OBS_CREATOR_NAME, survey())
            .set(ALT_TARGET_NAME, target(header))
            .set(BAND_NAME, band)
            .set(ARM, band);
    String arm = band.length() == 1 ? "_" + band : "";
    facts.number(FIBRE, "FIBRE" + arm).number(PIVOT, "PIVOT" + arm);
    Part part = Part.observed(name, pixels, axis(rows), flux, facts.row());
    // That of VR is not on its pixels in the red half, in the survey's own files either.
    return band.equals(JOINED) ? part : part.with(rows.sky());
  }

  private static @Nullable String target(FitsHeader header) {
    return header.text("TARGET").filter(name -> !name.equals(NO_TARGET)).orElse(null);
  }

  private static SpectralAxis axis(NamedRows rows) {
    FitsHeader header = rows.header();
    float[] table = rows.row("WAVELENGTH").orElse(new float[0]);
    if (table.length == 0 || agrees(header, table)) {
      return OriginAxis.linear(header, rows.length());
    }
    double[] angstrom = new double[table.length];
    for (int i = 0; i < table.length; i++) {
      angstrom[i] = table[i];
    }
    try {
      return OriginAxis.RANGE.require(header, "EXTNAME", new TabulatedAxis(angstrom));
    } catch (IllegalArgumentException e) {
      throw header.unreadable("NAXIS2", "rising wavelengths in row 4");
    }
  }

  private static boolean agrees(FitsHeader header, float[] table) {
    if (!header.has("CRVAL1")) {
      return false;
    }
    SpectralWcs wcs = SpectralWcs.of(header);
    for (int i = 0; i < table.length; i++) {
      double angstrom = wcs.crval() + (i + 1 - wcs.crpix()) * wcs.step();
      if (!(Math.abs(angstrom - table[i]) <= ROUNDING)) {
        return false;
      }
    }
    return true;
  }
}
