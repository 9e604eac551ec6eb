package org.pawprint.catalogue.survey.sdss;

import static org.pawprint.core.obscore.ObsCoreColumn.ALT_TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.BIB_REFERENCE;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER_MIN;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_SNR;
import static org.pawprint.core.obscore.ObsCoreColumn.FIBRE;
import static org.pawprint.core.obscore.ObsCoreColumn.FIELD_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.INSTRUMENT_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.PIPELINE;
import static org.pawprint.core.obscore.ObsCoreColumn.REDSHIFT;
import static org.pawprint.core.obscore.ObsCoreColumn.S_DEC;
import static org.pawprint.core.obscore.ObsCoreColumn.S_FOV;
import static org.pawprint.core.obscore.ObsCoreColumn.S_RA;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_CLASS;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_NAME;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.LoaderFacts;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.catalogue.survey.RowDerivation;
import org.pawprint.catalogue.survey.SpectralWcs;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.catalogue.survey.WavelengthRange;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * spSpec of SDSS-I and -II (to DR7), one fibre a file.
 *
 * <ul>
 *   <li>Data model: classic.sdss.org/dr7/dm/flatFiles/spSpec.html.
 *   <li>HDUs: the primary image; tables of lines are ignored.
 *   <li>Rows: flux, continuum-subtracted flux, sigma, mask, and since DR6 the best template.
 *   <li>Wavelength: vacuum, heliocentric, log10 of ångström: COEFF0 + COEFF1·i with i from 0;
 *       CTYPE1 says LINEAR.
 *   <li>Flux: 1e-17 erg/s/cm²/Å; error: sigma, 0 where there is none.
 *   <li>Mask: BRIGHTSKY excludes; bits that are worse have sigma 0.
 *   <li>Departures: BUNIT is misspelt; −9999 stands for null.
 * </ul>
 *
 * <p>Files that GAMA serves are GAMA's: their RA, DEC and Z are its own.
 */
public final class SpSpecLoader implements SurveyLoader {
  /** The spectrographs see 3800 to 9200 Å. */
  private static final WavelengthRange RANGE = new WavelengthRange(3000, 11_000);

  private static final int FLUX_ROW = 0;
  private static final int SIGMA_ROW = 2;
  private static final int MASK_ROW = 3;

  /** SPEC_CLN (classic.sdss.org/dr7/dm/flatFiles/spSpec.html), 0 is unknown, 5 is sky. */
  private static final List<String> CLASSES =
      List.of("", "STAR", "GALAXY", "QSO", "QSO", "SKY", "STAR", "GALAXY");

  private static final int SKY = 5;

  @Override
  public String name() {
    return "sdss-spspec";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public String defaultCollection() {
    return "sdss_dr7";
  }

  @Override
  public LoaderFacts facts() {
    return new LoaderFacts(
        "SDSS-I and -II spSpec, one fibre per file",
        "TELESCOP SDSS 2.5-M, COEFF0, FIBERID, an image of 4 or 5 rows, and no GAMANAME",
        "vacuum",
        "heliocentric",
        "sigma",
        "classic.sdss.org/dr7/dm/flatFiles/spSpec.html");
  }

  @Override
  public boolean recognises(FitsFile fits) {
    FitsHdu image = fits.primary();
    FitsHeader header = image.header();
    return header.text("TELESCOP").filter(SdssConvention.TELESCOPE::equals).isPresent()
        && !header.has("GAMANAME")
        && image.shape().length == 2
        && (image.shape()[1] == 4 || image.shape()[1] == 5)
        && header.integer("FIBERID").isPresent()
        && header.number("COEFF0").isPresent();
  }

  @Override
  public LoadedFile load(SurveyFile file) {
    FitsHdu image = file.fits().primary();
    FitsHeader header = image.header();
    if (isSky(header)) {
      return new LoadedFile(List.of(), 1, List.of());
    }
    Spectrum spectrum = spectrum(image, header);
    return new LoadedFile(
        List.of(new LoadedSpectrum("spec", row(header, spectrum), spectrum)), 0, List.of());
  }

  private static boolean isSky(FitsHeader header) {
    return header.integer("SPEC_CLN").orElse(0) == SKY
        || header.text("OBJTYPE").filter("SKY"::equals).isPresent();
  }

  private static Spectrum spectrum(FitsHdu image, FitsHeader header) {
    if (!header.logical("VACUUM").orElse(true)) {
      throw header.unreadable("VACUUM", "T: the survey's wavelengths are in vacuum");
    }
    int length = Math.toIntExact(image.shape()[0]);
    SpectralWcs wcs =
        new SpectralWcs(1, header.requiredNumber("COEFF0"), header.requiredNumber("COEFF1"));
    SpectralAxis axis = RANGE.require(header, "COEFF0", wcs.logarithmic(header, length));
    Pixels pixels =
        Pixels.ofSigma(
            image.floatRow(FLUX_ROW), image.floatRow(SIGMA_ROW), Pixels.Blank.NOT_A_NUMBER);
    pixels.mark(brightSky(image.doubleRow(MASK_ROW)), MaskBit.BAD_PIXEL);
    try {
      return pixels.on(axis, Medium.VACUUM, VelocityFrame.HELIOCENTRIC, SdssConvention.FLUX_UNIT);
    } catch (IllegalArgumentException e) {
      throw header.unreadable("NAXIS1", "no finite flux", "a spectrum");
    }
  }

  private static double[] brightSky(double[] bits) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] = (long) bits[i] & SdssConvention.BRIGHT_SKY;
    }
    return bits;
  }

  private static ObsCoreRow row(FitsHeader header, Spectrum spectrum) {
    SkyPosition position = position(header);
    long plate = header.requiredInteger("PLATEID");
    long fibre = header.requiredInteger("FIBERID");
    String obsId = SdssConvention.obsId(plate, header.requiredInteger("MJD"), fibre, 3);
    ObsCoreRow.Builder row =
        SdssConvention.common(header).toBuilder()
            .set(OBS_ID, obsId)
            .set(TARGET_NAME, "SDSS " + obsId)
            .set(ALT_TARGET_NAME, header.text("OBJID").orElse(null))
            .set(TARGET_CLASS, targetClass(header).orElse(null))
            .set(INSTRUMENT_NAME, "SDSS spectrograph")
            .set(BIB_REFERENCE, DataPaper.SDSS_DR7.bibcode())
            .set(FIELD_NAME, header.text("NAME").orElse(null))
            .set(FIBRE, (int) fibre)
            .set(PIPELINE, header.text("VERS2D").map(v -> "idlspec2d " + v).orElse(null))
            .set(S_RA, position.raDeg())
            .set(S_DEC, position.decDeg())
            .set(S_FOV, SdssConvention.SDSS_FIBRE_DEGREES)
            .set(REDSHIFT, redshift(header))
            .set(EM_SNR, SdssConvention.positive(header, "SN_R"));
    // www.sdss.org/dr7: 1850 at the blue end to 2200 at the red one.
    row.set(EM_RES_POWER, 2000.0).set(EM_RES_POWER_MIN, 1850.0).set(EM_RES_POWER_MAX, 2200.0);
    return RowDerivation.complete(row.build(), spectrum);
  }

  private static SkyPosition position(FitsHeader header) {
    try {
      return new SkyPosition(header.requiredNumber("RAOBJ"), header.requiredNumber("DECOBJ"));
    } catch (IllegalArgumentException e) {
      throw header.unreadable("DECOBJ", "degrees, -90 to 90");
    }
  }

  private static Optional<String> targetClass(FitsHeader header) {
    int code = (int) Math.max(0, Math.min(header.integer("SPEC_CLN").orElse(0), CLASSES.size()));
    return code == CLASSES.size()
        ? Optional.empty()
        : Optional.of(CLASSES.get(code)).filter(c -> !c.isEmpty());
  }

  /** Z_STATUS 0 is not measured and 1 is failed; a file that GAMA gave back has the card moved. */
  private static @Nullable Double redshift(FitsHeader header) {
    double z = header.number("Z").orElse(Double.NaN);
    return header.integer("Z_STATUS").orElse(2) > 1 && z > -1 ? z : null;
  }
}
