package org.pawprint.catalogue.survey.eso;

import java.util.List;
import java.util.Optional;
import org.pawprint.catalogue.survey.FitsSpectrumTable;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.LoaderFacts;
import org.pawprint.catalogue.survey.SpectrumTable;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * Phase 3 spectra of the ESO archive, PRODCATG {@code SCIENCE.SPECTRUM}.
 *
 * <ul>
 *   <li>Data model: ESO Science Data Products Standard, issue 6 and later, sections on
 *       one-dimensional spectra (www.eso.org/sci/observing/phase3).
 *   <li>HDUs: an empty primary with the cards of the observation, a table of one row whose cells
 *       are arrays, in the columns WAVE, FLUX, ERR, QUAL by TUTYP.
 *   <li>Wavelength: TUNIT (nm, angstrom or um); TUCD {@code em.wl;obs.atmos} is air, {@code em.wl}
 *       vacuum; SPECSYS is mandatory.
 *   <li>Flux: TUNIT; a continuum-normalised one (CONTNORM, or UCD {@code arith.ratio}) has none.
 *   <li>Error: sigma, in the unit of the flux. Quality: 0 is good.
 *   <li>Columns under the utype prefix {@code eso:} are alternatives and not read.
 * </ul>
 */
public final class EsoLoader implements SurveyLoader {
  static final String CATEGORY = "SCIENCE.SPECTRUM";

  @Override
  public String name() {
    return "eso";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public String defaultCollection() {
    return "eso";
  }

  @Override
  public LoaderFacts facts() {
    return new LoaderFacts(
        "ESO Phase 3 one-dimensional spectra of any instrument",
        "PRODCATG SCIENCE.SPECTRUM, a table with wavelength and flux by TUTYP",
        "by TUCD: em.wl;obs.atmos is air",
        "SPECSYS",
        "sigma",
        "ESO Science Data Products Standard");
  }

  @Override
  public boolean recognises(FitsFile fits) {
    return fits.primary().header().text("PRODCATG").filter(CATEGORY::equals).isPresent()
        && FitsSpectrumTable.in(fits).isPresent();
  }

  @Override
  public LoadedFile load(SurveyFile file) {
    FitsSpectrumTable table = FitsSpectrumTable.required(file);
    SpectrumTable columns = table.spectrum(0);
    FitsHeader header = file.fits().primary().header();
    Spectrum spectrum = columns.spectrum(columns.medium(), frame(header, table.header()));
    EsoRow row = new EsoRow(header, table.header(), columns.flux());
    return new LoadedFile(
        List.of(new LoadedSpectrum("spec", row.of(spectrum), spectrum)), 0, List.of());
  }

  private static VelocityFrame frame(FitsHeader primary, FitsHeader extension) {
    Optional<String> specsys = primary.text("SPECSYS").or(() -> extension.text("SPECSYS"));
    return specsys
        .flatMap(VelocityFrame::of)
        .orElseThrow(
            () -> primary.unreadable("SPECSYS", specsys.orElse("no such card"), "e.g. BARYCENT"));
  }
}
