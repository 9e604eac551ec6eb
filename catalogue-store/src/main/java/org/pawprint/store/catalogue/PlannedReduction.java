package org.pawprint.store.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.identifier.ReductionVersion;

/** A reduction as the plan sees it: already in the catalogue, or about to enter it. */
final class PlannedReduction {

  /** Versions with equal names compete. */
  record Name(String source, String collection, String key) {}

  final long id;
  final Name name;
  final ReductionVersion version;
  final Optional<String> supersedes;
  final @Nullable ReductionEntry entry;

  /** Its current spectra by alias; for one in the catalogue, those it still held. */
  final Map<String, PlannedSpectrum> current = new LinkedHashMap<>();

  final List<PlannedSpectrum> all = new ArrayList<>();
  boolean newest = true;

  PlannedReduction(
      long id,
      Name name,
      ReductionVersion version,
      Optional<String> supersedes,
      @Nullable ReductionEntry entry) {
    this.id = id;
    this.name = name;
    this.version = version;
    this.supersedes = supersedes;
    this.entry = entry;
  }

  /** Order among versions of one reduction, or between reductions whose numbers say nothing. */
  boolean isOlderThan(PlannedReduction other) {
    if (name.equals(other.name)) {
      return version.compareTo(other.version) < 0;
    }
    return withoutNumber(version).compareTo(withoutNumber(other.version)) < 0;
  }

  private static ReductionVersion withoutNumber(ReductionVersion v) {
    return new ReductionVersion(Optional.empty(), v.time(), v.original(), v.loaderRevision());
  }
}
