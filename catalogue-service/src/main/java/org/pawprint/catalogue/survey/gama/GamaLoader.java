package org.pawprint.catalogue.survey.gama;

import static org.pawprint.core.obscore.ObsCoreColumn.BIB_REFERENCE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.DataPaper;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.LoaderFacts;
import org.pawprint.catalogue.survey.RowDerivation;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.Spectrum;

/**
 * Spectra served by GAMA: its own and those of 2dFGRS, 2QZ, 2SLAQ, 6dFGS, MGC, WiggleZ, the
 * Liverpool Telescope and SDSS.
 *
 * <ul>
 *   <li>Data model: GAMA data release 2 (Liske et al. 2015, MNRAS 452, 2087). Each file keeps the
 *       layout and cards of its origin; GAMA added SPECID, SURVEY, RA, DEC, Z, GAMANAME and others,
 *       and renamed what clashed (2DF_Z, SDSS_RA, MGC_Z).
 *   <li>HDUs, wavelength, flux, error, blanks and times: the {@link Origin} of each.
 *   <li>Place, redshift and names are GAMA's, whatever the origin says.
 * </ul>
 *
 * <p>Files of 2QZ, MGC, 2SLAQ-LRG and FrodoSpec that their surveys published in the same layout,
 * and that tell whose they are, are read too; those of the other origins have loaders of their own.
 */
public final class GamaLoader implements SurveyLoader {

  @Override
  public String name() {
    return "gama";
  }

  @Override
  public int revision() {
    return 1;
  }

  /** Data Central's name for the release. */
  @Override
  public String defaultCollection() {
    return "gama_dr2";
  }

  @Override
  public LoaderFacts facts() {
    return new LoaderFacts(
        "spectra served by GAMA, of ten origins: GAMA-AAT, SDSS, 2dFGRS, MGC, 2QZ, 2SLAQ-QSO, 2SLAQ-LRG, WiggleZ, LT,"
            + " 6dFGS; own files of 2QZ, MGC, 2SLAQ-LRG and FrodoSpec in the same layout",
        "GAMANAME and SPECID, then SURVEY or ORIGIN; own files by ORIGIN or MSTITLE",
        "air; vacuum for SDSS",
        "topocentric; heliocentric for SDSS",
        "sigma (GAMA-AAT, SDSS, MGC), none (LT, 2SLAQ-LRG), else variance",
        "Liske et al. 2015, MNRAS 452, 2087; real files of seven origins");
  }

  @Override
  public boolean recognises(FitsFile fits) {
    return isServedByGama(fits) || Origins.publisher(fits).isPresent();
  }

  private static boolean isServedByGama(FitsFile fits) {
    FitsHeader header = fits.primary().header();
    return header.has("GAMANAME") && header.has("SPECID");
  }

  @Override
  public LoadedFile load(SurveyFile file) {
    FitsFile fits = file.fits();
    FitsHeader header = fits.primary().header();
    if (isServedByGama(fits)) {
      Origin origin = Origins.of(header);
      DataPaper paper = origin.paper().orElse(DataPaper.GAMA);
      return load(origin, Identity.ofGama(header), Optional.of(paper), fits);
    }
    Optional<OwnFiles> publisher = Origins.publisher(fits);
    if (publisher.isEmpty()) {
      throw new UnreadableFits(file.name(), "", "GAMANAME", "no such card", "GAMA's cards");
    }
    OwnFiles origin = publisher.get();
    return load(origin, origin.identity(header), origin.paper(), fits);
  }

  private static LoadedFile load(
      Origin origin, Identity identity, Optional<DataPaper> paper, FitsFile fits) {
    String reference = paper.map(DataPaper::bibcode).orElse(null);
    List<LoadedSpectrum> spectra = new ArrayList<>();
    List<String> rejected = new ArrayList<>();
    for (Part part : origin.parts(fits)) {
      try {
        Spectrum spectrum = part.spectrum();
        spectra.add(
            new LoadedSpectrum(
                part.name(), row(identity, reference, part, spectrum), spectrum, part.sky()));
      } catch (IllegalArgumentException e) {
        rejected.add("%s: %s".formatted(part.name(), e.getMessage()));
      }
    }
    return new LoadedFile(spectra, 0, rejected);
  }

  private static ObsCoreRow row(
      Identity identity, @Nullable String reference, Part part, Spectrum spectrum) {
    ObsCoreRow.Builder row = part.facts().toBuilder().set(BIB_REFERENCE, reference);
    identity.fill(row);
    return RowDerivation.complete(row.build(), spectrum);
  }
}
