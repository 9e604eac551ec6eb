package org.pawprint.datalink.links;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      for (int from = 0; from < ids.size(); from += BATCH) {
        write(ids.subList(from, Math.min(from + BATCH, ids.size())), known, document);
      }
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

  private void write(List<String> ids, KnownOriginals known, LinksDocument document)
      throws IOException {
    Caller caller = Caller.anonymous();
    Map<String, PublisherDid> dids = new HashMap<>();
    ids.forEach(id -> SpectrumId.parse(id).ifPresent(did -> dids.put(id, did)));
    Map<String, StoredSpectrum> found = lookup.find(dids.values(), caller);
    Map<Long, List<RelatedSpectrum>> related = relatedSpectra.of(found.values(), caller);
    known.ask(originals(found, related));
    Map<String, Tombstone> tombstones =
        lookup.tombstones(
            dids.values().stream()
                .filter(did -> !found.containsKey(SpectrumLookup.key(did)))
                .toList(),
            caller);
    for (String id : ids) {
      Optional<String> key = Optional.ofNullable(dids.get(id)).map(SpectrumLookup::key);
      StoredSpectrum stored = key.map(found::get).orElse(null);
      List<LinkRow> rows =
          stored == null
              ? absent(id, key.map(tombstones::get).orElse(null))
              : rows(stored, related, known);
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
  private static List<Sha256> originals(
      Map<String, StoredSpectrum> found, Map<Long, List<RelatedSpectrum>> related) {
    Stream<StoredSpectrum> cubes =
        related.values().stream()
            .flatMap(List::stream)
            .map(RelatedSpectrum::spectrum)
            .filter(StoredSpectrum::isCube);
    return Stream.concat(found.values().stream(), cubes).map(StoredSpectrum::original).toList();
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
