package org.pawprint.datalink.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.datalink.http.ServiceFault;
import org.pawprint.datalink.http.SpectrumId;
import org.pawprint.store.catalogue.PackedSpectra;
import org.pawprint.store.catalogue.PackedSpectrum;
import org.pawprint.store.catalogue.SpectrumLookup;
import org.pawprint.store.catalogue.Tombstone;
import org.pawprint.store.search.Caller;
import org.springframework.stereotype.Component;

/** Looks up the IDs of a request, a batch at a time. */
@Component
final class BulkPlanner {
  private static final int BATCH = 500;

  private final PackedSpectra spectra;
  private final SpectrumLookup lookup;

  BulkPlanner(PackedSpectra spectra, SpectrumLookup lookup) {
    this.spectra = spectra;
    this.lookup = lookup;
  }

  BulkPlan plan(List<String> ids, Optional<CommonGrid> grid, Caller caller) {
    BulkPlan plan = new BulkPlan(new ArrayList<>(), new ArrayList<>(), grid);
    for (int from = 0; from < ids.size(); from += BATCH) {
      add(ids.subList(from, Math.min(from + BATCH, ids.size())), caller, plan);
    }
    return plan;
  }

  private void add(List<String> ids, Caller caller, BulkPlan plan) {
    List<PublisherDid> dids = new ArrayList<>();
    ids.forEach(id -> SpectrumId.parse(id).ifPresent(dids::add));
    Map<String, PackedSpectrum> found = spectra.find(dids, caller);
    Map<String, Tombstone> tombstones =
        lookup.tombstones(
            dids.stream().filter(did -> !found.containsKey(SpectrumLookup.key(did))).toList(),
            caller);
    for (String id : ids) {
      Optional<String> key = SpectrumId.parse(id).map(SpectrumLookup::key);
      key.map(found::get)
          .ifPresentOrElse(
              spectrum -> add(id, spectrum, plan),
              () -> plan.missing().add(new Missing(id, why(id, key.map(tombstones::get)))));
    }
  }

  private static void add(String id, PackedSpectrum spectrum, BulkPlan plan) {
    spectrum
        .pixels()
        .ifPresentOrElse(
            pixels -> plan.wanted().add(new Wanted(id, spectrum, pixels, plan.grid())),
            () -> plan.missing().add(new Missing(id, "a data cube, which is no single spectrum")));
  }

  private static String why(String id, Optional<Tombstone> tombstone) {
    return tombstone
        .map(stone -> ServiceFault.withdrawn(id, stone))
        .orElseGet(() -> ServiceFault.noSuchSpectrum(id));
  }
}
