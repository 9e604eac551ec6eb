package org.pawprint.datalink.object;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.votable.VoTableMedia;
import org.pawprint.datalink.http.SpectrumById;
import org.pawprint.datalink.links.LinksAnswer;
import org.pawprint.datalink.slink.SpectrumProducts;
import org.pawprint.service.RequestParameters;
import org.pawprint.store.catalogue.ObjectSpectra;
import org.pawprint.store.catalogue.SpectrumLookup;
import org.pawprint.store.search.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * {@code /vo/slink/links}: a spectrum by object, collection, index and band, as Data Central's
 * clients ask for it.
 */
@Controller
final class ObjectController {
  private final ObjectSpectra objects;
  private final SpectrumLookup lookup;
  private final SpectrumProducts products;
  private final LinksAnswer links;

  ObjectController(
      ObjectSpectra objects, SpectrumLookup lookup, SpectrumProducts products, LinksAnswer links) {
    this.objects = objects;
    this.lookup = lookup;
    this.products = products;
    this.links = links;
  }

  @RequestMapping(
      path = "/vo/slink/links",
      method = {RequestMethod.GET, RequestMethod.POST})
  void spectrum(HttpServletRequest request, HttpServletResponse response) throws IOException {
    ObjectRequest wanted = ObjectRequest.of(RequestParameters.of(request));
    Caller caller = Caller.anonymous();
    PublisherDid did = new Choice(wanted, objects.named(wanted.object(), caller)).spectrum().did();
    if (wanted.format().isEmpty()) {
      links.send(List.of(did.toString()), false, VoTableMedia.DATALINK, request, response);
      return;
    }
    products
        .download(
            lookup
                .find(did, caller)
                .orElseThrow(() -> SpectrumById.fault(did.toString(), lookup, caller)),
            wanted.format().get())
        .send(request, response);
  }
}
