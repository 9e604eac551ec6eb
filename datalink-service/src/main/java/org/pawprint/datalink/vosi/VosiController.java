package org.pawprint.datalink.vosi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pawprint.core.soda.SodaDescriptor;
import org.pawprint.core.soda.SodaParameter;
import org.pawprint.service.PublicBase;
import org.pawprint.store.catalogue.SpectrumLookup;
import org.pawprint.store.search.Caller;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * {@code capabilities} and {@code availability} of the whole service, beside its links and beside
 * its cut-outs (VOSI 1.1, 2 and 5).
 */
@RestController
final class VosiController {
  private static final String CAPABILITIES =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <vosi:capabilities xmlns:vosi="http://www.ivoa.net/xml/VOSICapabilities/v1.0"
          xmlns:vs="http://www.ivoa.net/xml/VODataService/v1.1"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <capability standardID="ivo://ivoa.net/std/VOSI#capabilities">
          <interface xsi:type="vs:ParamHTTP" version="1.0">
            <accessURL use="full">%1$s/vo/datalink/capabilities</accessURL>
          </interface>
        </capability>
        <capability standardID="ivo://ivoa.net/std/VOSI#availability">
          <interface xsi:type="vs:ParamHTTP" version="1.0">
            <accessURL use="full">%1$s/vo/datalink/availability</accessURL>
          </interface>
        </capability>
        <capability standardID="ivo://ivoa.net/std/DataLink#links-1.1">
          <interface xsi:type="vs:ParamHTTP" role="std" version="1.1">
            <accessURL use="base">%1$s/vo/datalink/links</accessURL>
            <queryType>GET</queryType>
            <queryType>POST</queryType>
            <resultType>application/x-votable+xml;content=datalink</resultType>
            <param std="true">
              <name>ID</name>
              <description>Publisher DID; may be repeated</description>
              <ucd>meta.id;meta.main</ucd>
              <dataType>string</dataType>
            </param>
            <param std="true">
              <name>RESPONSEFORMAT</name>
              <description>votable</description>
              <dataType>string</dataType>
            </param>
          </interface>
        </capability>
      %2$s%3$s</vosi:capabilities>
      """;

  private static final String SODA =
      """
        <capability standardID="%s">
          <interface xsi:type="vs:ParamHTTP" role="std" version="1.0">
            <accessURL use="base">%s/vo/soda/%s</accessURL>
            <queryType>GET</queryType>
            <queryType>POST</queryType>
            <resultType>application/x-votable+xml</resultType>
      %s    </interface>
        </capability>
      """;

  private static final String PARAMETER =
      """
            <param std="%s">
              <name>%s</name>
              <description>%s</description>
              <unit>%s</unit>
              <ucd>%s</ucd>
              <dataType>string</dataType>
            </param>
      """;

  private static final String AVAILABILITY =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <vosi:availability xmlns:vosi="http://www.ivoa.net/xml/VOSIAvailability/v1.0">
        <vosi:available>%s</vosi:available>
        <vosi:note>%s</vosi:note>
      </vosi:availability>
      """;

  private static final String SODA_PARAMETERS = sodaParameters();

  private final SpectrumLookup lookup;
  private final String base;

  private static String sodaParameters() {
    StringBuilder xml = new StringBuilder();
    for (SodaParameter parameter : SodaParameter.values()) {
      xml.append(
          PARAMETER.formatted(
              parameter.isStandard(),
              parameter.name(),
              HtmlUtils.htmlEscape(parameter.description()),
              parameter.unit(),
              parameter.ucd()));
    }
    return xml.toString();
  }

  VosiController(SpectrumLookup lookup, PublicBase bases) {
    this.lookup = lookup;
    this.base = HtmlUtils.htmlEscape(bases.datalink().toString().replaceFirst("/+$", ""));
  }

  @GetMapping({"/vo/datalink/capabilities", "/vo/soda/capabilities"})
  ResponseEntity<String> capabilities() {
    return xml(
        CAPABILITIES.formatted(
            base, soda(SodaDescriptor.SYNC, "sync"), soda(SodaDescriptor.ASYNC, "async")));
  }

  private String soda(String standard, String path) {
    return SODA.formatted(standard, base, path, SODA_PARAMETERS);
  }

  /** Answers even when the catalogue is away, and says so. */
  @GetMapping({"/vo/datalink/availability", "/vo/soda/availability"})
  ResponseEntity<String> availability() {
    try {
      lookup.find(List.of(), Caller.anonymous());
      return xml(AVAILABILITY.formatted(true, "the catalogue answers"));
    } catch (DataAccessException e) {
      return xml(AVAILABILITY.formatted(false, "the catalogue cannot be read now"));
    }
  }

  /** Whatever a client would rather have: the standard knows XML only. */
  private static ResponseEntity<String> xml(String document) {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_XML, StandardCharsets.UTF_8))
        .body(document);
  }
}
