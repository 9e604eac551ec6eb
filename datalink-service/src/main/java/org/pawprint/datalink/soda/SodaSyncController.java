package org.pawprint.datalink.soda;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.pawprint.datalink.http.Places;
import org.pawprint.service.RequestParameters;
import org.pawprint.store.search.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * {@code /vo/soda/sync}: one derived spectrum, at once (SODA-1.0 2.1). As many are made together as
 * there are processors; who has waited for a place too long gets a 429.
 */
@Controller
final class SodaSyncController {
  private final Places places =
      new Places(
          Runtime.getRuntime().availableProcessors(),
          Duration.ofSeconds(5),
          "too many spectra are being made; ask again later");
  private final SodaProducts products;

  SodaSyncController(SodaProducts products) {
    this.products = products;
  }

  @RequestMapping(
      path = "/vo/soda/sync",
      method = {RequestMethod.GET, RequestMethod.POST})
  void sync(HttpServletRequest request, HttpServletResponse response) throws IOException {
    SodaRequest wanted = SodaParser.parse(RequestParameters.of(request));
    Optional<SodaProduct> product = make(wanted);
    if (product.isPresent()) {
      product.get().download().send(request, response);
    } else {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
  }

  private Optional<SodaProduct> make(SodaRequest wanted) throws IOException {
    try (Places.Place place = places.take()) {
      return products.make(wanted, Caller.anonymous());
    }
  }
}
