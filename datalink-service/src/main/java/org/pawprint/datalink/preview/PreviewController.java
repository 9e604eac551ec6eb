package org.pawprint.datalink.preview;

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

/** {@code /vo/preview}: the picture of one spectrum by its DID. Cubes have none. */
@Controller
final class PreviewController {
  private final SpectrumLookup lookup;
  private final SpectrumPreviews previews;

  PreviewController(SpectrumLookup lookup, SpectrumPreviews previews) {
    this.lookup = lookup;
    this.previews = previews;
  }

  @RequestMapping(
      path = "/vo/preview",
      method = {RequestMethod.GET, RequestMethod.POST})
  void preview(HttpServletRequest request, HttpServletResponse response) throws IOException {
    DaliParameters parameters = RequestParameters.of(request);
    PreviewSize size =
        parameters.single(PreviewSize.PARAMETER).map(PreviewSize::parse).orElse(PreviewSize.PLOT);
    String id = SpectrumId.required(parameters);
    StoredSpectrum stored = SpectrumById.find(id, lookup, Caller.anonymous());
    if (stored.isCube()) {
      throw ServiceFault.notThere(
          ServiceFault.quote(id) + " is a data cube; there are previews of single spectra only");
    }
    previews.download(stored, size).send(request, response);
  }
}
