package org.pawprint.catalogue.survey.gama;

import static org.pawprint.core.obscore.ObsCoreColumn.ALT_TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.DATAPRODUCT_SUBTYPE;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_SNR;
import static org.pawprint.core.obscore.ObsCoreColumn.FIBRE;
import static org.pawprint.core.obscore.ObsCoreColumn.FIELD_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_CREATOR_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.PIVOT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.spectrum.SpectralAxis;

/**
 * GAMA's own spectra from AAOmega (Hopkins et al. 2013, MNRAS 430, 2047).
 *
 * <ul>
 *   <li>HDUs: the primary image with rows named by ROWn: Spectrum, Error, Spectrum_nocalib,
 *       Error_nocalib, Sky.
 *   <li>Wavelength: ångström in air, linear, CD1_1 without CDELT1, about a pixel in mid-array.
 *       Topocentric: the sky lines of the file are at rest. HEL_VC is a correction yet to be made.
 *   <li>Flux: calibrated in 1e-17 erg/s/cm²/Å, by the comment of ROW1; 10 to 20 % accurate. The
 *       second spectrum is without flux calibration, in 2dfdr's counts, and so is the sky, by the
 *       comment of ROW5.
 *   <li>Error: sigma, each spectrum its own. Blanks: NaN.
 *   <li>Times: DATE-OBS with UTSTART of the first and UTEND of the last exposure.
 * </ul>
 */
final class AatOrigin implements Origin {
  private static final String CALIBRATED = "Spectrum";
  private static final String COUNTS = "Spectrum_nocalib";

  @Override
  public String survey() {
    return "GAMA";
  }

  @Override
  public Optional<DataPaper> paper() {
    return Optional.empty();
  }

  @Override
  public Pattern named() {
    return Pattern.compile("^(GAMA|AAT|AAOMEGA|COLLABORATION|SURVEY|TEAM|DR\\d|I{1,3})+$");
  }

  @Override
  public List<Part> parts(FitsFile fits) {
    NamedRows rows = NamedRows.of(fits.primary());
    List<Part> parts = new ArrayList<>(2);
    parts.add(part(rows, Part.ONLY, CALIBRATED, "Error", Flux.CALIBRATED, "science"));
    if (rows.has(COUNTS)) {
      parts.add(
          part(rows, "nocalib", COUNTS, "Error_nocalib", Flux.COUNTS, "uncalibrated")
              .with(rows.sky()));
    }
    return parts;
  }

  private Part part(
      NamedRows rows, String name, String fluxRow, String errorRow, Flux flux, String subtype) {
    FitsHeader header = rows.header();
    float[] pixels = rows.required(fluxRow);
    SpectralAxis axis = OriginAxis.linear(header, rows.length());
    Facts facts =
        new Facts(header, Instrument.AAOMEGA, times(header), flux)
            .set(OBS_CREATOR_NAME, survey())
            .set(DATAPRODUCT_SUBTYPE, subtype)
            .text(ALT_TARGET_NAME, "OBJECT")
            .text(FIELD_NAME, "FIELDID")
            .positive(EM_SNR, "SN")
            .number(FIBRE, "FIBRE")
            .number(PIVOT, "PIVOT");
    Pixels withErrors =
        rows.row(errorRow)
            .map(sigma -> Pixels.ofSigma(pixels, sigma, Pixels.Blank.NOT_A_NUMBER))
            .orElseGet(() -> Pixels.withoutErrors(pixels));
    return Part.observed(name, withErrors, axis, flux, facts.row());
  }

  /** Exposures spread over several nights end at UTEND of a night that no card tells. */
  private static OriginTimes times(FitsHeader header) {
    Integer nights = OriginTimes.count(header, "N_EXP");
    OriginTimes times =
        OriginTimes.of(
                header,
                "DATE-OBS",
                "UTSTART",
                Optional.of("UTEND"),
                OriginTimes.seconds(header, "T_EXP"))
            .combining(nights);
    return nights != null && nights > 1 ? times.withoutEnd() : times;
  }
}
