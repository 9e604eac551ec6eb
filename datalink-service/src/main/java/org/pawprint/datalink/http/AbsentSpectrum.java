package org.pawprint.datalink.http;

import java.util.List;
import java.util.Optional;
import org.pawprint.store.catalogue.SpectrumLookup;
import org.pawprint.store.catalogue.Tombstone;
import org.pawprint.store.search.Caller;

/** What is said of an ID under which a caller finds nothing: withdrawn, or never here. */
public final class AbsentSpectrum {
  private AbsentSpectrum() {}

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
