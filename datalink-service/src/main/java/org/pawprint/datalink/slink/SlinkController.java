package org.pawprint.datalink.slink;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pawprint.core.dali.DaliParameters;
import org.pawprint.datalink.http.ServiceFault;
import org.pawprint.datalink.http.SpectrumById;
import org.pawprint.datalink.http.SpectrumId;
import org.pawprint.service.RequestParameters;
import org.pawprint.store.catalogue.SpectrumLookup;
import org.pawprint.store.catalogue.StoredSpectrum;
import org.pawprint.store.search.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** {@code /vo/slink}: one spectrum by its DID. Cubes have no such form. */
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
    StoredSpectrum stored = SpectrumById.find(id, lookup, Caller.anonymous());
    if (stored.isCube()) {
      throw ServiceFault.notThere(
          ServiceFault.quote(id)
              + " is a data cube, which is no single spectrum; its file is at /vo/original, and what"
              + " belongs to it at /vo/datalink/links, both with the same ID");
    }
    products.download(stored, format).send(request, response);
  }
}
