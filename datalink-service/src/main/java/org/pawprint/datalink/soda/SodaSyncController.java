package org.pawprint.datalink.soda;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.pawprint.service.RequestParameters;
import org.pawprint.store.search.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** {@code /vo/soda/sync}: one derived spectrum, at once (SODA-1.0 2.1). */
@Controller
final class SodaSyncController {
  private final SodaProducts products;

  SodaSyncController(SodaProducts products) {
    this.products = products;
  }

  @RequestMapping(
      path = "/vo/soda/sync",
      method = {RequestMethod.GET, RequestMethod.POST})
  void sync(HttpServletRequest request, HttpServletResponse response) throws IOException {
    SodaRequest wanted = SodaParser.parse(RequestParameters.of(request));
    Optional<SodaProduct> product = products.make(wanted, Caller.anonymous());
    if (product.isPresent()) {
      product.get().download().send(request, response);
    } else {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
  }
}
