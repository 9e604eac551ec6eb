package org.pawprint.datalink.links;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.datalink.http.ServiceFault;
import org.pawprint.datalink.http.SpectrumId;
import org.pawprint.datalink.original.Originals;
import org.pawprint.service.PublicBase;
import org.pawprint.store.catalogue.RelatedSpectra;
import org.pawprint.store.catalogue.RelatedSpectrum;
import org.pawprint.store.catalogue.SpectrumLookup;
import org.pawprint.store.catalogue.StoredSpectrum;
import org.pawprint.store.catalogue.Tombstone;
import org.pawprint.store.search.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The links of many IDs as one document; the catalogue is asked once per batch of IDs. */
@Component
public final class LinksAnswer {
  private static final Logger LOG = LoggerFactory.getLogger(LinksAnswer.class);
  private static final int BATCH = 500;

  private final SpectrumLookup lookup;
  private final RelatedSpectra relatedSpectra;
  private final Originals originals;
  private final SpectrumLinks links;
  private final LookAhead lookAhead = new LookAhead();
  private final PublicAddresses addresses;

  LinksAnswer(
      SpectrumLookup lookup,
      RelatedSpectra relatedSpectra,
      Originals originals,
      SpectrumLinks links,
      PublicBase bases) {
    this.lookup = lookup;
    this.relatedSpectra = relatedSpectra;
    this.originals = originals;
    this.links = links;
    this.addresses = PublicAddresses.of(bases);
  }

  /**
   * Answers for the IDs in their order.
   *
   * @param overflow whether there were more of them, which the document then says
   */
  public void send(
      List<String> ids,
      boolean overflow,
      String mediaType,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    response.setContentType(mediaType);
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    LinksDocument document = new LinksDocument(response.getOutputStream(), addresses);
    try {
      KnownOriginals known = new KnownOriginals(lookup, originals, Caller.anonymous());
      lookAhead.forEach(
          batches(ids),
          batch -> find(batch, Caller.anonymous()),
          found -> write(found, known, document));
    } catch (RuntimeException e) {
      if (!response.isCommitted()) {
        throw e;
      }
      LOG.warn("links answer broke off after its beginning", e);
      document.fail("TransientFault: the catalogue cannot be read now; ask again");
      return;
    }
    if (overflow) {
      document.endWithOverflow(ids.size());
    } else {
      document.end();
    }
  }

  private static List<List<String>> batches(List<String> ids) {
    List<List<String>> batches = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += BATCH) {
      batches.add(ids.subList(from, Math.min(from + BATCH, ids.size())));
    }
    return batches;
  }

  /**
   * What the catalogue knows of a batch.
   *
   * @param ids as submitted
   * @param keys of those that are DIDs, by ID
   * @param spectra by key; tombstones likewise
   * @param related by the spectrum's own key in the catalogue
   */
  private record Found(
      List<String> ids,
      Map<String, String> keys,
      Map<String, StoredSpectrum> spectra,
      Map<String, Tombstone> tombstones,
      Map<Long, List<RelatedSpectrum>> related) {}

  private Found find(List<String> ids, Caller caller) {
    Map<String, PublisherDid> dids = new HashMap<>();
    ids.forEach(id -> SpectrumId.parse(id).ifPresent(did -> dids.put(id, did)));
    Map<String, String> keys = new HashMap<>();
    dids.forEach((id, did) -> keys.put(id, SpectrumLookup.key(did)));
    Map<String, StoredSpectrum> spectra = lookup.find(dids.values(), caller);
    List<PublisherDid> absent =
        dids.entrySet().stream()
            .filter(entry -> !spectra.containsKey(keys.get(entry.getKey())))
            .map(Map.Entry::getValue)
            .toList();
    return new Found(
        ids,
        keys,
        spectra,
        lookup.tombstones(absent, caller),
        relatedSpectra.of(spectra.values(), caller));
  }

  private void write(Found found, KnownOriginals known, LinksDocument document) throws IOException {
    known.ask(originals(found));
    for (String id : found.ids()) {
      String key = found.keys().get(id);
      StoredSpectrum stored = found.spectra().get(key);
      List<LinkRow> rows =
          stored == null
              ? absent(id, found.tombstones().get(key))
              : rows(stored, found.related(), known);
      for (LinkRow row : rows) {
        document.add(id, row);
      }
    }
  }

  private static List<LinkRow> absent(String id, @Nullable Tombstone tombstone) {
    String why =
        tombstone == null ? ServiceFault.noSuchSpectrum(id) : ServiceFault.withdrawn(id, tombstone);
    return List.of(new LinkRow.Fault(Semantics.THIS, LinkFault.NOT_FOUND, why));
  }

  /** Of a related spectrum only its product is linked, of a related cube the original. */
  private static List<Sha256> originals(Found found) {
    Stream<StoredSpectrum> cubes =
        found.related().values().stream()
            .flatMap(List::stream)
            .map(RelatedSpectrum::spectrum)
            .filter(StoredSpectrum::isCube);
    return Stream.concat(found.spectra().values().stream(), cubes)
        .map(StoredSpectrum::original)
        .toList();
  }

  private List<LinkRow> rows(
      StoredSpectrum stored, Map<Long, List<RelatedSpectrum>> related, KnownOriginals known) {
    try {
      return links.of(stored, related.getOrDefault(stored.id(), List.of()), known);
    } catch (IOException e) {
      LOG.warn("links of {} cannot be made", stored.did(), e);
      return List.of(
          new LinkRow.Fault(
              Semantics.THIS, LinkFault.TRANSIENT, "the original store cannot be read now"));
    }
  }
}
