package org.pawprint.catalogue.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pawprint.core.obscore.ObsCoreRow;

/**
 * All that a loader found in one file.
 *
 * @param spectra in the order of the file
 * @param cubes in the order of the file
 * @param notCatalogued sky, guide, broken and unallocated fibres
 * @param rejected one line per fibre or bin that could not be read while the others could
 */
public record LoadedFile(
    List<LoadedSpectrum> spectra,
    List<LoadedCube> cubes,
    int notCatalogued,
    List<String> rejected) {
  public LoadedFile {
    spectra = List.copyOf(spectra);
    cubes = List.copyOf(cubes);
    rejected = List.copyOf(rejected);
  }

  /** A file without cubes. */
  public LoadedFile(List<LoadedSpectrum> spectra, int notCatalogued, List<String> rejected) {
    this(spectra, List.of(), notCatalogued, rejected);
  }

  /** Whatever gets a row: spectra, then cubes. */
  public List<LoadedEntry> entries() {
    return Stream.<LoadedEntry>concat(spectra.stream(), cubes.stream()).toList();
  }

  /**
   * The same file with other rows.
   *
   * @param rows as many as there are {@link #entries()}, in their order
   */
  public LoadedFile with(List<ObsCoreRow> rows) {
    List<LoadedSpectrum> otherSpectra = new ArrayList<>();
    for (int i = 0; i < spectra.size(); i++) {
      otherSpectra.add(spectra.get(i).with(rows.get(i)));
    }
    List<LoadedCube> otherCubes = new ArrayList<>();
    for (int i = 0; i < cubes.size(); i++) {
      otherCubes.add(new LoadedCube(cubes.get(i).name(), rows.get(spectra.size() + i)));
    }
    return new LoadedFile(otherSpectra, otherCubes, notCatalogued, rejected);
  }
}
