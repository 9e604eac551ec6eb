package org.pawprint.datalink.links;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.datalink.DatalinkProperties;
import org.pawprint.datalink.http.ServiceFault;
import org.pawprint.datalink.http.SpectrumId;
import org.pawprint.service.PublicBase;
import org.pawprint.service.RequestParameters;
import org.pawprint.store.catalogue.RelatedSpectrum;
import org.pawprint.store.catalogue.SpectrumLookup;
import org.pawprint.store.catalogue.StoredSpectrum;
import org.pawprint.store.catalogue.Tombstone;
import org.pawprint.store.search.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** {@code /vo/datalink/links}: the catalogue is asked once per batch of IDs. */
@Controller
final class LinksController {
  private static final Logger LOG = LoggerFactory.getLogger(LinksController.class);
  private static final int BATCH = 500;

  private final SpectrumLookup lookup;
  private final SpectrumLinks links;
  private final PublicAddresses addresses;
  private final int maxIds;

  LinksController(
      SpectrumLookup lookup, SpectrumLinks links, PublicBase bases, DatalinkProperties properties) {
    this.lookup = lookup;
    this.links = links;
    this.addresses = PublicAddresses.of(bases);
    this.maxIds = properties.maxIds();
  }

  @RequestMapping(
      path = "/vo/datalink/links",
      method = {RequestMethod.GET, RequestMethod.POST})
  void links(HttpServletRequest request, HttpServletResponse response) throws IOException {
    LinksRequest wanted = LinksRequest.of(RequestParameters.of(request), maxIds);
    response.setContentType(wanted.mediaType());
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    LinksDocument document = new LinksDocument(response.getOutputStream(), addresses);
    try {
      List<String> ids = wanted.ids();
      for (int from = 0; from < ids.size(); from += BATCH) {
        write(ids.subList(from, Math.min(from + BATCH, ids.size())), document);
      }
    } catch (RuntimeException e) {
      if (!response.isCommitted()) {
        throw e;
      }
      LOG.warn("links answer broke off after its beginning", e);
      document.fail("TransientFault: the catalogue cannot be read now; ask again");
      return;
    }
    if (wanted.overflow()) {
      document.endWithOverflow(wanted.ids().size());
    } else {
      document.end();
    }
  }

  private void write(List<String> ids, LinksDocument document) throws IOException {
    Caller caller = Caller.anonymous();
    List<PublisherDid> dids = new ArrayList<>();
    ids.forEach(id -> SpectrumId.parse(id).ifPresent(dids::add));
    Map<String, StoredSpectrum> found = lookup.find(dids, caller);
    Map<Long, List<RelatedSpectrum>> related = lookup.related(found.values(), caller);
    Set<Sha256> readable = lookup.readableOriginals(originals(found, related), caller);
    Map<String, Tombstone> tombstones =
        lookup.tombstones(
            dids.stream().filter(did -> !found.containsKey(SpectrumLookup.key(did))).toList(),
            caller);
    for (String id : ids) {
      StoredSpectrum stored = byId(id, found);
      List<LinkRow> rows =
          stored == null ? absent(id, byId(id, tombstones)) : rows(stored, related, readable);
      for (LinkRow row : rows) {
        document.add(id, row);
      }
    }
  }

  private static <T> @Nullable T byId(String id, Map<String, T> found) {
    return SpectrumId.parse(id).map(SpectrumLookup::key).map(found::get).orElse(null);
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
      StoredSpectrum stored, Map<Long, List<RelatedSpectrum>> related, Set<Sha256> readable) {
    try {
      return links.of(stored, related.getOrDefault(stored.id(), List.of()), readable);
    } catch (IOException e) {
      LOG.warn("links of {} cannot be made", stored.did(), e);
      return List.of(
          new LinkRow.Fault(
              Semantics.THIS, LinkFault.TRANSIENT, "the original store cannot be read now"));
    }
  }
}
