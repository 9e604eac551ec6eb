package org.pawprint.datalink.http;

import java.util.List;
import java.util.Optional;
import org.pawprint.store.catalogue.SpectrumLookup;
import org.pawprint.store.catalogue.StoredSpectrum;
import org.pawprint.store.catalogue.Tombstone;
import org.pawprint.store.search.Caller;

/** Finds a spectrum by its ID, or says of the ID whether it was withdrawn, or never here. */
public final class SpectrumById {
  private SpectrumById() {}

  /**
   * @throws ServiceFault when the caller finds nothing under the ID
   */
  public static StoredSpectrum find(String id, SpectrumLookup lookup, Caller caller) {
    return SpectrumId.parse(id)
        .flatMap(did -> lookup.find(did, caller))
        .orElseThrow(() -> fault(id, lookup, caller));
  }

  /** The fault for an ID that the lookup does not find. */
  public static ServiceFault fault(String id, SpectrumLookup lookup, Caller caller) {
    Optional<Tombstone> tombstone =
        SpectrumId.parse(id)
            .flatMap(did -> lookup.tombstones(List.of(did), caller).values().stream().findFirst());
    return tombstone
        .map(stone -> ServiceFault.gone(id, stone))
        .orElseGet(() -> ServiceFault.notFound(id));
  }
}
