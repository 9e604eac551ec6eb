package org.pawprint.catalogue.survey.ivoa;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.LoaderFacts;
import org.pawprint.catalogue.survey.OriginalContent;
import org.pawprint.catalogue.survey.SpectrumColumn;
import org.pawprint.catalogue.survey.SpectrumTable;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.votable.read.ReadTable;

/**
 * VOTables after the IVOA Spectrum data model.
 *
 * <ul>
 *   <li>Data model: SpectrumDM-1.1 section 8, utypes {@code spec:Spectrum.…}, and the same under
 *       {@code ssa:}.
 *   <li>Tables: every TABLE whose FIELDs have the utypes of wavelength and flux is a spectrum; its
 *       PARAMs, and those of the resources around, describe it.
 *   <li>Wavelength: unit of the FIELD; UCD {@code em.wl;obs.atmos} is air, {@code em.wl} vacuum,
 *       unless a PARAM spectral_medium says it; CoordSys.SpectralFrame.RefPos, topocentric without.
 *   <li>Flux: unit of the FIELD. Error: StatError, sigma. Quality: 0 is good.
 * </ul>
 */
public final class IvoaVoTableLoader implements SurveyLoader {

  @Override
  public String name() {
    return "ivoa-votable";
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
        "IVOA Spectrum as VOTable, of any archive; Pawprint's own products",
        "FIELDs with the utypes of wavelength and flux",
        "by UCD: em.wl;obs.atmos is air; spectral_medium goes before",
        "SpectralFrame.RefPos, else topocentric",
        "sigma",
        "SpectrumDM-1.1 section 8");
  }

  /** None: this loader's files are no FITS. */
  @Override
  public boolean recognises(FitsFile fits) {
    return false;
  }

  @Override
  public boolean recognises(OriginalContent content) {
    return content instanceof OriginalContent.VoTable document
        && document.file().tables().stream().anyMatch(IvoaVoTableLoader::isSpectrum);
  }

  /** By utype alone: without one, a table with columns wave and flux may be anything. */
  private static boolean isSpectrum(ReadTable table) {
    return table.rows() > 0
        && SpectrumTable.isIn(
            columns(table).stream().filter(column -> !column.utype().isBlank()).toList());
  }

  private static List<SpectrumColumn> columns(ReadTable table) {
    return table.fields().stream()
        .map(field -> new SpectrumColumn(field.name(), field.unit(), field.ucd(), field.utype()))
        .toList();
  }

  @Override
  public LoadedFile load(SurveyFile file) {
    if (!(file.content() instanceof OriginalContent.VoTable document)) {
      throw new IllegalStateException(file.name() + " is no VOTable");
    }
    List<ReadTable> tables =
        document.file().tables().stream().filter(IvoaVoTableLoader::isSpectrum).toList();
    List<LoadedSpectrum> spectra = new ArrayList<>();
    IntStream.range(0, tables.size())
        .mapToObj(i -> spectrum(tables.get(i), SpectrumNames.of(i)))
        .forEach(spectra::add);
    return new LoadedFile(spectra, 0, List.of());
  }

  private static LoadedSpectrum spectrum(ReadTable table, String name) {
    SpectrumTable columns = new SpectrumTable(new Source(table, columns(table)));
    IvoaParams params = new IvoaParams(table);
    Spectrum spectrum =
        columns.spectrum(params.medium().orElseGet(columns::medium), params.frame());
    return new LoadedSpectrum(
        name, new IvoaVoTableRow(params, columns.flux()).of(spectrum), spectrum);
  }

  private record Source(ReadTable table, List<SpectrumColumn> columns)
      implements SpectrumTable.Source {
    @Override
    public double[] numbers(int column) {
      return table.numbers(column);
    }

    @Override
    public UnreadableFits unreadable(String column, String found, String expected) {
      return table.unreadable(column, found, expected);
    }
  }
}
