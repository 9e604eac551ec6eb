package org.pawprint.catalogue.survey.ivoa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.FitsFacts;
import org.pawprint.catalogue.survey.FitsSpectrumTable;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.LoaderFacts;
import org.pawprint.catalogue.survey.SpectrumTable;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.HduKind;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * FITS after the IVOA Spectrum data model, VOCLASS {@code SPECTRUM …}.
 *
 * <ul>
 *   <li>Data model: SpectrumDM-1.1 section 9.
 *   <li>HDUs: the first binary table with wavelengths and flux by TUTYP; a spectrum per row with
 *       arrays in its cells, or a pixel per row. Cards of the table go before those of the primary.
 *   <li>Wavelength: TUNIT; TUCD {@code em.wl;obs.atmos} is air, {@code em.wl} vacuum, unless
 *       AIRORVAC says it; SPECSYS, topocentric without it (section 5.1). Frequencies and energies
 *       are not read.
 *   <li>Flux: TUNIT. Error: sigma; two-sided errors are not read. Quality: 0 is good.
 * </ul>
 *
 * <p>ESO's products have the same tables and other cards, and are that loader's.
 */
public final class IvoaFitsLoader implements SurveyLoader {

  @Override
  public String name() {
    return "ivoa-fits";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public String defaultCollection() {
    return "ivoa";
  }

  @Override
  public LoaderFacts facts() {
    return new LoaderFacts(
        "IVOA Spectrum as FITS, of any archive; Pawprint's own products",
        "VOCLASS SPECTRUM…, a table with wavelength and flux by TUTYP, no PRODCATG",
        "by TUCD: em.wl;obs.atmos is air; AIRORVAC goes before",
        "SPECSYS, else topocentric",
        "sigma",
        "SpectrumDM-1.1 section 9");
  }

  @Override
  public boolean recognises(FitsFile fits) {
    return fits.primary().header().text("PRODCATG").isEmpty()
        && fits.hdus().stream()
            .filter(hdu -> hdu.kind() == HduKind.PRIMARY || hdu.kind() == HduKind.BINTABLE)
            .anyMatch(hdu -> isSpectrum(hdu.header()))
        && FitsSpectrumTable.in(fits).isPresent();
  }

  private static boolean isSpectrum(FitsHeader header) {
    return header
        .text("VOCLASS")
        .map(word -> word.toUpperCase(Locale.ROOT).startsWith("SPECTRUM"))
        .orElse(false);
  }

  @Override
  public LoadedFile load(SurveyFile file) {
    FitsSpectrumTable table = FitsSpectrumTable.required(file);
    FitsFacts facts = new FitsFacts(List.of(table.header(), file.fits().primary().header()));
    Medium stated = medium(facts, table.header());
    VelocityFrame frame = frame(facts, table.header());
    List<LoadedSpectrum> spectra = new ArrayList<>();
    for (int i = 0; i < table.spectra(); i++) {
      SpectrumTable columns = table.spectrum(i);
      Spectrum spectrum = columns.spectrum(stated == null ? columns.medium() : stated, frame);
      spectra.add(
          new LoadedSpectrum(
              SpectrumNames.of(i), IvoaFitsRow.of(facts, columns.flux(), spectrum), spectrum));
    }
    return new LoadedFile(spectra, 0, List.of());
  }

  private static @Nullable Medium medium(FitsFacts facts, FitsHeader header) {
    Optional<String> word = facts.text("AIRORVAC").map(w -> w.toLowerCase(Locale.ROOT));
    if (word.isEmpty()) {
      return null;
    }
    return switch (word.get()) {
      case "air" -> Medium.AIR;
      case "vacuum", "vac" -> Medium.VACUUM;
      default -> throw header.unreadable("AIRORVAC", word.get(), "air or vacuum");
    };
  }

  private static VelocityFrame frame(FitsFacts facts, FitsHeader header) {
    Optional<String> word = facts.text("SPECSYS");
    return word.isEmpty()
        ? VelocityFrame.TOPOCENTRIC
        : VelocityFrame.of(word.get())
            .orElseThrow(() -> header.unreadable("SPECSYS", word.get(), "e.g. TOPOCENT"));
  }
}
