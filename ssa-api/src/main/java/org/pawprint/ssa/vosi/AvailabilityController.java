package org.pawprint.ssa.vosi;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.pawprint.store.search.ObsCoreSearch;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether a search would succeed now (VOSI-1.1 4): the catalogue is asked each time. */
@RestController
class AvailabilityController {
  private static final String NAMESPACE = "http://www.ivoa.net/xml/VOSIAvailability/v1.0";

  private final ObsCoreSearch search;
  private final Instant upSince;

  AvailabilityController(ObsCoreSearch search, Clock clock) {
    this.search = search;
    this.upSince = clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  @GetMapping({"/vo/ssa/availability", "/vo/dap/availability"})
  ResponseEntity<byte[]> availability() {
    boolean available = search.isAvailable();
    return XmlDocument.answer(
        xml -> {
          xml.writeStartElement("availability");
          xml.writeDefaultNamespace(NAMESPACE);
          XmlDocument.element(xml, "available", Boolean.toString(available));
          XmlDocument.element(xml, "upSince", upSince.toString());
          if (!available) {
            XmlDocument.element(xml, "note", "The catalogue cannot be reached.");
          }
          xml.writeEndElement();
        });
  }
}
