package org.pawprint.standalone.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the files somebody announced, counted as the commands report it. */
public final class FileOutcomes {
  private record Parked(String file, String reason) {}

  private int files;
  private int catalogued;
  private int already;
  private long spectra;
  private final List<Parked> parked = new ArrayList<>();
  private final Map<String, Long> byCollection = new TreeMap<>();

  /**
   * @param inCatalogue spectra of this file in the catalogue, new or already there
   */
  public void catalogued(String collection, long inCatalogue, boolean wasThere) {
    files++;
    if (wasThere) {
      already++;
    } else {
      catalogued++;
    }
    spectra += inCatalogue;
    byCollection.merge(collection, inCatalogue, Long::sum);
  }

  public void parked(String file, String reason) {
    files++;
    parked.add(new Parked(file, reason));
  }

  public boolean hasParked() {
    return !parked.isEmpty();
  }

  public long spectra() {
    return spectra;
  }

  /** The form of {@code --json}. */
  public Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("files", files);
    map.put("spectra", spectra);
    map.put("catalogued", catalogued);
    map.put("already", already);
    map.put(
        "parked",
        parked.stream().map(p -> Map.of("file", p.file(), "reason", p.reason())).toList());
    map.put("by_collection", byCollection);
    return map;
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d files: %d catalogued, %d already there, %d parked; %d spectra"
            .formatted(files, catalogued, already, parked.size(), spectra));
    byCollection.forEach((collection, n) -> lines.add("  " + collection + ": " + n + " spectra"));
    parked.forEach(p -> lines.add("  parked " + p.file() + ": " + p.reason()));
    return lines;
  }
}
