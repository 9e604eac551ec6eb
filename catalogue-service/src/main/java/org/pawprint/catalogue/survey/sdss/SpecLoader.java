package org.pawprint.catalogue.survey.sdss;

import static org.pawprint.core.obscore.ObsCoreColumn.ALT_TARGET_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.BIB_REFERENCE;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_SNR;
import static org.pawprint.core.obscore.ObsCoreColumn.FIBRE;
import static org.pawprint.core.obscore.ObsCoreColumn.FIELD_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.INSTRUMENT_NAME;
import static org.pawprint.core.obscore.ObsCoreColumn.OBS_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.PIPELINE;
import static org.pawprint.core.obscore.ObsCoreColumn.PROPOSAL_ID;
import static org.pawprint.core.obscore.ObsCoreColumn.REDSHIFT;
import static org.pawprint.core.obscore.ObsCoreColumn.S_DEC;
import static org.pawprint.core.obscore.ObsCoreColumn.S_FOV;
import static org.pawprint.core.obscore.ObsCoreColumn.S_RA;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_CLASS;
import static org.pawprint.core.obscore.ObsCoreColumn.TARGET_NAME;

import java.util.List;
import java.util.Optional;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.catalogue.survey.ExactAxis;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.LoaderFacts;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.catalogue.survey.RowDerivation;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.catalogue.survey.WavelengthRange;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.FitsTable;
import org.pawprint.core.fits.HduKind;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.TabulatedAxis;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * spec and spec-lite of SDSS DR8 and later (SDSS, SEGUE, BOSS, eBOSS), one fibre a file.
 *
 * <ul>
 *   <li>Data model: data.sdss.org/datamodel, {@code
 *       BOSS_SPECTRO_REDUX/RUN2D/spectra/PLATE4/spec.html}.
 *   <li>HDUs: HDU 1 (COADD), a pixel per row; HDU 2, the object's row of spAll or specObj.
 *   <li>Wavelength: vacuum, heliocentric; loglam is log10 of ångström, kept in single precision.
 *   <li>Flux: 1e-17 erg/s/cm²/Å; error: inverse variance, 0 where there is none.
 *   <li>Mask: BRIGHTSKY in and_mask excludes; bits that are worse have ivar 0.
 * </ul>
 */
public final class SpecLoader implements SurveyLoader {
  /** BOSS sees 3560 to 10,400 Å. */
  private static final WavelengthRange RANGE = new WavelengthRange(3000, 11_500);

  private static final List<String> COLUMNS = List.of("flux", "loglam", "ivar", "and_mask");

  /** The first plate that was drilled for BOSS (Dawson et al. 2013, AJ 145, 10). */
  private static final long FIRST_BOSS_PLATE = 3510;

  @Override
  public String name() {
    return "sdss-spec";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public String defaultCollection() {
    return "sdss";
  }

  @Override
  public LoaderFacts facts() {
    return new LoaderFacts(
        "SDSS DR8 and later: spec and spec-lite (SDSS, SEGUE, BOSS, eBOSS), one fibre per file",
        "TELESCOP SDSS 2.5-M, a table with flux, loglam, ivar and and_mask, a second with PLATE, MJD and FIBERID",
        "vacuum",
        "heliocentric",
        "inverse variance",
        "data.sdss.org/datamodel, spec");
  }

  @Override
  public boolean recognises(FitsFile fits) {
    return fits.primary()
            .header()
            .text("TELESCOP")
            .filter(SdssConvention.TELESCOPE::equals)
            .isPresent()
        && !fits.primary().header().has("GAMANAME")
        && fits.hdus().size() > 2
        && isTableWith(fits.hdu(1), COLUMNS)
        && isTableWith(fits.hdu(2), List.of("PLATE", "MJD", "FIBERID"));
  }

  private static boolean isTableWith(FitsHdu hdu, List<String> columns) {
    return hdu.kind() == HduKind.BINTABLE && columns.stream().allMatch(hdu.table()::has);
  }

  @Override
  public LoadedFile load(SurveyFile file) {
    FitsHdu coadd = file.fits().hdu(1);
    FitsTable object = file.fits().hdu(2).table();
    if (text(object, "CLASS").or(() -> text(object, "OBJTYPE")).filter("SKY"::equals).isPresent()) {
      return new LoadedFile(List.of(), 1, List.of());
    }
    Spectrum spectrum = spectrum(coadd);
    ObsCoreRow row = row(file.fits().primary().header(), file.fits().hdu(2), object, spectrum);
    return new LoadedFile(List.of(new LoadedSpectrum("spec", row, spectrum)), 0, List.of());
  }

  private static Spectrum spectrum(FitsHdu coadd) {
    FitsTable table = coadd.table();
    int length = table.rows();
    float[] flux = new float[length];
    float[] inverse = new float[length];
    double[] angstrom = new double[length];
    double[] bright = new double[length];
    for (int i = 0; i < length; i++) {
      flux[i] = (float) table.number("flux", i).orElse(Double.NaN);
      inverse[i] = (float) table.number("ivar", i).orElse(Double.NaN);
      angstrom[i] = Math.pow(10, table.number("loglam", i).orElse(Double.NaN));
      bright[i] = table.integer("and_mask", i).orElse(0) & SdssConvention.BRIGHT_SKY;
    }
    try {
      SpectralAxis axis = ExactAxis.of(new TabulatedAxis(angstrom), angstrom);
      return Pixels.ofInverseVariance(flux, inverse, Pixels.Blank.NOT_A_NUMBER)
          .mark(bright, MaskBit.BAD_PIXEL)
          .on(
              RANGE.require(coadd.header(), "loglam", axis),
              Medium.VACUUM,
              VelocityFrame.HELIOCENTRIC,
              SdssConvention.FLUX_UNIT);
    } catch (IllegalArgumentException e) {
      String found = String.valueOf(e.getMessage()).replace('Å', 'A');
      throw coadd.header().unreadable("loglam", found, "rising wavelengths and finite flux");
    }
  }

  private static Optional<String> text(FitsTable table, String column) {
    return table.has(column) && table.rows() > 0 ? table.text(column, 0) : Optional.empty();
  }

  private static double number(FitsTable table, String column) {
    return table.has(column) && table.rows() > 0
        ? table.number(column, 0).orElse(Double.NaN)
        : Double.NaN;
  }

  private static long whole(FitsHdu hdu, FitsTable table, String column) {
    return table
        .integer(column, 0)
        .orElseThrow(() -> hdu.header().unreadable(column, "no number", "a whole number"));
  }

  private static ObsCoreRow row(
      FitsHeader header, FitsHdu hdu, FitsTable object, Spectrum spectrum) {
    long plate = whole(hdu, object, "PLATE");
    long fibre = whole(hdu, object, "FIBERID");
    String obsId = SdssConvention.obsId(plate, whole(hdu, object, "MJD"), fibre, 4);
    SkyPosition position = position(hdu, object);
    boolean boss = isBoss(object, plate);
    Optional<String> run = header.text("RUN2D").or(() -> text(object, "RUN2D"));
    ObsCoreRow.Builder row =
        SdssConvention.common(header).toBuilder()
            .set(OBS_ID, obsId)
            .set(TARGET_NAME, "SDSS " + obsId)
            .set(ALT_TARGET_NAME, alternative(object).orElse(null))
            .set(TARGET_CLASS, text(object, "CLASS").orElse(null))
            .set(INSTRUMENT_NAME, boss ? "BOSS spectrograph" : "SDSS spectrograph")
            .set(PROPOSAL_ID, programme(object).orElse(null))
            .set(FIELD_NAME, "plate " + plate)
            .set(FIBRE, (int) fibre)
            .set(PIPELINE, run.map(version -> "idlspec2d " + version).orElse(null))
            .set(
                BIB_REFERENCE,
                run.flatMap(SdssConvention::paper).map(DataPaper::bibcode).orElse(null))
            .set(S_RA, position.raDeg())
            .set(S_DEC, position.decDeg())
            .set(
                S_FOV, boss ? SdssConvention.BOSS_FIBRE_DEGREES : SdssConvention.SDSS_FIBRE_DEGREES)
            .set(REDSHIFT, redshift(object))
            .set(EM_SNR, number(object, "SN_MEDIAN_ALL"));
    return RowDerivation.complete(row.build(), spectrum);
  }

  /** The object's name in imaging, where there is one. */
  private static Optional<String> alternative(FitsTable object) {
    return text(object, "THING_ID_TARGETING")
        .filter(id -> !id.startsWith("-"))
        .map(id -> "THING " + id)
        .or(() -> text(object, "BESTOBJID"));
  }

  private static Optional<String> programme(FitsTable object) {
    return text(object, "PROGRAMNAME").or(() -> text(object, "SURVEY"));
  }

  private static boolean isBoss(FitsTable object, long plate) {
    return text(object, "INSTRUMENT")
        .map(instrument -> instrument.equalsIgnoreCase("BOSS"))
        .orElse(plate >= FIRST_BOSS_PLATE);
  }

  private static SkyPosition position(FitsHdu hdu, FitsTable object) {
    boolean plugged = object.has("PLUG_RA");
    try {
      return new SkyPosition(
          number(object, plugged ? "PLUG_RA" : "RA"), number(object, plugged ? "PLUG_DEC" : "DEC"));
    } catch (IllegalArgumentException e) {
      throw hdu.header().unreadable("PLUG_RA", "no position", "PLUG_RA and PLUG_DEC in degrees");
    }
  }

  /**
   * Bit 7 of ZWARNING is an unplugged fibre; doubtful redshifts are kept as the survey gives them.
   */
  private static double redshift(FitsTable object) {
    double z = number(object, "Z");
    return z > -1 ? z : Double.NaN;
  }
}
