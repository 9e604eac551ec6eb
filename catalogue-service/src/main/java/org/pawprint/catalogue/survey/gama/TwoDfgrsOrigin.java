package org.pawprint.catalogue.survey.gama;

import static org.pawprint.core.obscore.ObsCoreColumn.ALT_TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_SNR;
import static org.pawprint.core.obscore.ObsCoreColumn.FIBRE;
import static org.pawprint.core.obscore.ObsCoreColumn.FIELD_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_CREATOR_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.PIVOT;
import static org.pawprint.core.obscore.ObsCoreColumn.S_SEEING;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;

/**
 * Spectra of 2dFGRS as GAMA serves them: one HDU of the survey's file, the cards of its sky chart
 * merged into the header.
 *
 * <ul>
 *   <li>HDUs: every image named SPECTRUM, GAMA's cards in the primary; else the primary. Rows
 *       SPECTRUM, VARIANCE, SKY.
 *   <li>Wavelength: ångström in air, linear, CDELT1, about a pixel in mid-array; topocentric, as Z
 *       and Z_HELIO differ.
 *   <li>Flux: counts. Error: variance. Blanks: −2.5e30 and NaN.
 *   <li>Times: UTDATE, UTSTART, UTEND and REFEXP, all of the reference frame among NCOMB.
 *   <li>OBSRA and OBSDEC are radians B1950 and not used; IMAGE says SKYCHART although there is
 *       none.
 * </ul>
 */
final class TwoDfgrsOrigin implements Origin {
  /** Anything near the survey's −2.5e30; no count comes close. */
  private static final float BLANK_BELOW = -1e30f;

  @Override
  public String survey() {
    return "2dFGRS";
  }

  @Override
  public Optional<DataPaper> paper() {
    return Optional.of(DataPaper.TWO_DFGRS);
  }

  @Override
  public Pattern named() {
    return Pattern.compile("2DFGRS|2DFGALAXYREDSHIFTSURVEY");
  }

  @Override
  public List<Part> parts(FitsFile fits) {
    List<FitsHdu> images =
        fits.hdus().stream()
            .filter(Extensions::hasRows)
            .filter(hdu -> hdu.name().toUpperCase(Locale.ROOT).startsWith("SPECTRUM"))
            .toList();
    if (images.isEmpty()) {
      images = List.of(fits.primary());
    }
    List<Part> parts = new ArrayList<>();
    for (FitsHdu image : images) {
      String name = parts.isEmpty() ? Part.ONLY : Part.ONLY + (parts.size() + 1);
      parts.add(part(NamedRows.of(image, "SPECTRUM", "VARIANCE", "SKY"), name));
    }
    return parts;
  }

  private Part part(NamedRows rows, String name) {
    FitsHeader header = rows.header();
    Pixels.Blank blank = value -> value < BLANK_BELOW;
    float[] counts = rows.required("SPECTRUM");
    Pixels pixels =
        rows.row("VARIANCE")
            .map(variance -> Pixels.ofVariance(counts, variance, blank))
            .orElseGet(() -> Pixels.withoutErrors(counts, blank));
    Flux flux = Flux.of(header);
    OriginTimes times =
        OriginTimes.of(
                header,
                "UTDATE",
                "UTSTART",
                Optional.of("UTEND"),
                OriginTimes.seconds(header, "REFEXP"))
            .combining(OriginTimes.count(header, "NCOMB"));
    Facts facts =
        new Facts(header, Instrument.twoDf(header), times, flux)
            .set(OBS_CREATOR_NAME, survey())
            .text(ALT_TARGET_NAME, "OBSNAME")
            .text(FIELD_NAME, "OBSFLD")
            .positive(EM_SNR, "SNR")
            .positive(S_SEEING, "SEEING")
            .number(FIBRE, "FIBRE")
            .number(PIVOT, "PIVOT");
    return Part.observed(name, pixels, OriginAxis.linear(header, rows.length()), flux, facts.row())
        .with(rows.sky());
  }
}
