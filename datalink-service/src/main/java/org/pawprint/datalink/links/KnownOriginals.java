package org.pawprint.datalink.links;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.datalink.original.Originals;
import org.pawprint.store.catalogue.SpectrumLookup;
import org.pawprint.store.search.Caller;

/**
 * The originals that one request has met, each asked for once however many of its spectra there
 * are: whether the caller may read it, whether the store holds it, and its size.
 */
final class KnownOriginals {
  private final SpectrumLookup lookup;
  private final Originals originals;
  private final Caller caller;
  private final Set<Sha256> asked = new HashSet<>();
  private final Map<Sha256, Long> bytes = new HashMap<>();

  KnownOriginals(SpectrumLookup lookup, Originals originals, Caller caller) {
    this.lookup = lookup;
    this.originals = originals;
    this.caller = caller;
  }

  /** Finds out about those of the originals that are not known yet. */
  void ask(Collection<Sha256> some) {
    Set<Sha256> unknown = new HashSet<>(some);
    unknown.removeAll(asked);
    if (!unknown.isEmpty()) {
      bytes.putAll(originals.bytes(lookup.readableOriginals(unknown, caller)));
      asked.addAll(unknown);
    }
  }

  /** Size of an original that the caller may read and the store holds; otherwise empty. */
  OptionalLong bytes(Sha256 original) {
    Long size = bytes.get(original);
    return size == null ? OptionalLong.empty() : OptionalLong.of(size);
  }
}
