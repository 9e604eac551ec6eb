package org.pawprint.store.catalogue;

import org.jspecify.annotations.Nullable;

/** A spectrum as the plan sees it: already in the catalogue, or about to enter it. */
final class PlannedSpectrum {
  enum State {
    CURRENT,
    SUPERSEDED,
    WITHDRAWN
  }

  final long id;
  final String alias;
  final PlannedReduction reduction;
  final @Nullable CatalogueEntry entry;
  State state = State.CURRENT;
  @Nullable PlannedSpectrum successor;
  @Nullable String withdrawnBecause;
  boolean tombstone;

  /**
   * @param alias in lower case
   * @param entry null for one that is in the catalogue already
   */
  PlannedSpectrum(
      long id, String alias, PlannedReduction reduction, @Nullable CatalogueEntry entry) {
    this.id = id;
    this.alias = alias;
    this.reduction = reduction;
    this.entry = entry;
  }

  void supersededBy(PlannedSpectrum newer) {
    state = State.SUPERSEDED;
    successor = newer;
  }

  void withdraw(String reason) {
    state = State.WITHDRAWN;
    withdrawnBecause = reason;
  }

  /** An operator withdrew this very spectrum of this very file before, in another reading of it. */
  void staysWithdrawn(String reason) {
    withdraw(reason);
    tombstone = true;
  }
}
