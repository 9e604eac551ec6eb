package org.pawprint.datalink.slink;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.pawprint.core.dali.DaliParameters;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.datalink.http.ServiceFault;
import org.pawprint.datalink.http.SpectrumId;
import org.pawprint.service.RequestParameters;
import org.pawprint.store.catalogue.SpectrumLookup;
import org.pawprint.store.catalogue.StoredSpectrum;
import org.pawprint.store.search.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** {@code /vo/slink}: one spectrum by its DID. */
@Controller
final class SlinkController {
  private final SpectrumLookup lookup;
  private final SpectrumProducts products;

  SlinkController(SpectrumLookup lookup, SpectrumProducts products) {
    this.lookup = lookup;
    this.products = products;
  }

  @RequestMapping(
      path = "/vo/slink",
      method = {RequestMethod.GET, RequestMethod.POST})
  void slink(HttpServletRequest request, HttpServletResponse response) throws IOException {
    DaliParameters parameters = RequestParameters.of(request);
    ProductFormat.Requested format =
        ProductFormat.parse(
            parameters.single(ProductFormat.PARAMETER).orElse(ProductFormat.VOTABLE.shortName()));
    String id = SpectrumId.required(parameters);
    Optional<PublisherDid> did = SpectrumId.parse(id);
    StoredSpectrum stored =
        did.flatMap(name -> lookup.find(name, Caller.anonymous()))
            .orElseThrow(() -> absent(id, did));
    products.download(stored, format).send(request, response);
  }

  private ServiceFault absent(String id, Optional<PublisherDid> did) {
    return did.flatMap(
            name ->
                lookup.tombstones(List.of(name), Caller.anonymous()).values().stream().findFirst())
        .map(tombstone -> ServiceFault.gone(id, tombstone))
        .orElseGet(() -> ServiceFault.notFound(id));
  }
}
