package org.pawprint.catalogue.survey;

import java.util.List;

/**
 * All that a loader found in one file.
 *
 * @param spectra in the order of the file
 * @param notCatalogued sky, guide, broken and unallocated fibres
 * @param rejected one line per fibre that could not be read while the others could
 */
public record LoadedFile(List<LoadedSpectrum> spectra, int notCatalogued, List<String> rejected) {
  public LoadedFile {
    spectra = List.copyOf(spectra);
    rejected = List.copyOf(rejected);
  }

  /** The same file with other rows beside its spectra. */
  public LoadedFile with(List<LoadedSpectrum> others) {
    return new LoadedFile(others, notCatalogued, rejected);
  }
}
