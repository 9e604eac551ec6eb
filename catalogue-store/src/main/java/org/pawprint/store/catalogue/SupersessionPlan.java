package org.pawprint.store.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.identifier.ReductionVersion;
import org.pawprint.core.identifier.Sha256;

/**
 * Decides what becomes of old and new spectra when reductions enter the catalogue, in any order of
 * arrival. A newer version of the same reduction supersedes what it still holds and withdraws the
 * rest; an older one enters as history. Spectra of different reductions that share an alias compete
 * one by one. Pure: reads what the writer gave it and touches no database.
 */
final class SupersessionPlan {
  private final Map<PlannedReduction.Name, PlannedReduction> newestByName = new HashMap<>();
  private final Map<PlannedReduction.Name, PlannedReduction> declaredSuccessor = new HashMap<>();
  private final Map<String, PlannedSpectrum> currentByAlias = new HashMap<>();
  private final Map<Tombstone, String> tombstones = new HashMap<>();
  private final List<PlannedReduction> touched = new ArrayList<>();
  private final List<PlannedReduction> added = new ArrayList<>();

  /** A spectrum of a file that an operator has withdrawn; alias in lower case. */
  private record Tombstone(String alias, Sha256 original) {}

  /** What an operator has withdrawn does not come back when its file is read again. */
  void tombstone(String alias, Sha256 original, String reason) {
    tombstones.put(new Tombstone(alias, original), reason);
  }

  /** A newest reduction that is in the catalogue already, with its current spectra. */
  void existing(PlannedReduction reduction) {
    newestByName.merge(reduction.name, reduction, (a, b) -> a.isOlderThan(b) ? b : a);
    reduction.supersedes.ifPresent(key -> declaredSuccessor.put(named(reduction, key), reduction));
    for (PlannedSpectrum spectrum : reduction.current.values()) {
      currentByAlias.put(spectrum.alias, spectrum);
    }
    touched.add(reduction);
  }

  /** Takes in a new reduction whose spectra are in {@link PlannedReduction#all}. */
  void add(PlannedReduction arriving) {
    Optional<PlannedReduction> newer = newerThan(arriving);
    for (PlannedSpectrum spectrum : arriving.all) {
      String withdrawn = tombstones.get(new Tombstone(spectrum.alias, arriving.version.original()));
      if (withdrawn == null) {
        place(spectrum, newer);
      } else {
        spectrum.staysWithdrawn(withdrawn);
      }
    }
    if (newer.isPresent()) {
      arriving.newest = false;
    } else {
      retire(newestByName.get(arriving.name), arriving);
      arriving.supersedes.ifPresent(
          key -> retire(newestByName.get(named(arriving, key)), arriving));
      newestByName.put(arriving.name, arriving);
    }
    arriving.supersedes.ifPresent(key -> declaredSuccessor.put(named(arriving, key), arriving));
    added.add(arriving);
  }

  private Optional<PlannedReduction> newerThan(PlannedReduction arriving) {
    PlannedReduction rival = newestByName.get(arriving.name);
    if (rival != null && arriving.isOlderThan(rival)) {
      return Optional.of(rival);
    }
    return Optional.ofNullable(declaredSuccessor.get(arriving.name));
  }

  private void place(PlannedSpectrum spectrum, Optional<PlannedReduction> newer) {
    PlannedSpectrum holder = currentByAlias.get(spectrum.alias);
    if (newer.isPresent()) {
      if (holder == null) {
        spectrum.withdraw(notHeldBy(newer.get()));
      } else {
        spectrum.supersededBy(holder);
      }
      return;
    }
    if (holder != null
        && !isReplacedBy(holder.reduction, spectrum.reduction)
        && spectrum.reduction.isOlderThan(holder.reduction)) {
      spectrum.supersededBy(holder);
      return;
    }
    if (holder != null) {
      holder.supersededBy(spectrum);
      holder.reduction.current.remove(holder.alias);
    }
    currentByAlias.put(spectrum.alias, spectrum);
    spectrum.reduction.current.put(spectrum.alias, spectrum);
  }

  private boolean isReplacedBy(PlannedReduction old, PlannedReduction arriving) {
    return old.name.equals(arriving.name)
        || arriving.supersedes.map(key -> named(arriving, key).equals(old.name)).orElse(false);
  }

  private void retire(@Nullable PlannedReduction old, PlannedReduction by) {
    if (old == null || old == by) {
      return;
    }
    old.newest = false;
    for (PlannedSpectrum left : List.copyOf(old.current.values())) {
      left.withdraw(notHeldBy(by));
      currentByAlias.remove(left.alias);
    }
    old.current.clear();
    newestByName.remove(old.name);
  }

  private static String notHeldBy(PlannedReduction newer) {
    ReductionVersion version = newer.version;
    return "not held by version " + version.label() + " of reduction " + newer.name.key();
  }

  private static PlannedReduction.Name named(PlannedReduction like, String key) {
    return new PlannedReduction.Name(like.name.source(), like.name.collection(), key);
  }

  /** New reductions in order of arrival, with the fate of each of their spectra. */
  List<PlannedReduction> added() {
    return added;
  }

  /** Reductions that were there before, some of whose spectra may have changed. */
  List<PlannedReduction> touched() {
    return touched;
  }
}
