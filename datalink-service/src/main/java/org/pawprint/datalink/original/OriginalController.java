package org.pawprint.datalink.original;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pawprint.datalink.http.Download;
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

/**
 * {@code /vo/original}: the file a spectrum came from, if the caller may read every spectrum in it.
 * Otherwise it does not exist, in the same words as an unknown ID.
 */
@Controller
final class OriginalController {
  private final SpectrumLookup lookup;
  private final Originals originals;

  OriginalController(SpectrumLookup lookup, Originals originals) {
    this.lookup = lookup;
    this.originals = originals;
  }

  @RequestMapping(
      path = "/vo/original",
      method = {RequestMethod.GET, RequestMethod.POST})
  void original(HttpServletRequest request, HttpServletResponse response) throws IOException {
    StoredSpectrum stored = readable(request);
    new Download(
            Originals.MEDIA_TYPE,
            stored.originalName(),
            "original\n" + stored.original().hex(),
            originals.bytes(stored),
            (first, length, out) -> originals.copy(stored.original(), first, length, out))
        .send(request, response);
  }

  @RequestMapping(
      path = "/vo/original/header",
      method = {RequestMethod.GET, RequestMethod.POST})
  void header(HttpServletRequest request, HttpServletResponse response) throws IOException {
    StoredSpectrum stored = readable(request);
    byte[] text =
        originals
            .header(stored)
            .orElseThrow(() -> ServiceFault.notThere("the original has no readable FITS header"))
            .getBytes(StandardCharsets.US_ASCII);
    new Download(
            Originals.HEADER_MEDIA_TYPE,
            "",
            "header\n" + stored.original().hex(),
            text.length,
            (first, length, out) ->
                out.write(text, Math.toIntExact(first), Math.toIntExact(length)))
        .send(request, response);
  }

  private StoredSpectrum readable(HttpServletRequest request) {
    String id = SpectrumId.required(RequestParameters.of(request));
    Caller caller = Caller.anonymous();
    return SpectrumId.parse(id)
        .flatMap(did -> lookup.find(did, caller))
        .filter(s -> !lookup.readableOriginals(List.of(s.original()), caller).isEmpty())
        .orElseThrow(() -> SpectrumById.fault(id, lookup, caller));
  }
}
