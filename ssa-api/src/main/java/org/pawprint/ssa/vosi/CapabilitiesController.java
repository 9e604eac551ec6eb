package org.pawprint.ssa.vosi;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.pawprint.service.PublicBase;
import org.pawprint.ssa.query.Protocol;
import org.pawprint.ssa.query.SsaProperties;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the service can do, a document for each protocol (VOSI-1.1 3). SSA has the capability of
 * SimpleDALRegExt-1.2 3.3; that of DAP is a plain one, in which clients of SIA 2.0 look for the
 * address of the query.
 */
@RestController
class CapabilitiesController {
  private final PublicBase base;
  private final SsaProperties properties;

  CapabilitiesController(PublicBase base, SsaProperties properties) {
    this.base = base;
    this.properties = properties;
  }

  @GetMapping("/vo/ssa/capabilities")
  ResponseEntity<byte[]> ssa() {
    return capabilities("/vo/ssa/", this::ssaSearch);
  }

  @GetMapping("/vo/dap/capabilities")
  ResponseEntity<byte[]> dap() {
    return capabilities("/vo/dap/", this::dapSearch);
  }

  private ResponseEntity<byte[]> capabilities(String folder, XmlDocument.Content search) {
    return XmlDocument.answer(
        xml -> {
          xml.writeStartElement("vosi:capabilities");
          xml.writeNamespace("vosi", "http://www.ivoa.net/xml/VOSICapabilities/v1.0");
          xml.writeNamespace("vs", "http://www.ivoa.net/xml/VODataService/v1.1");
          xml.writeNamespace("ssap", "http://www.ivoa.net/xml/SSA/v1.1");
          xml.writeNamespace("xsi", XmlDocument.SCHEMA_INSTANCE);
          search.write(xml);
          vosi(xml, folder, "capabilities");
          vosi(xml, folder, "availability");
          vosi(xml, folder, "tables");
          xml.writeEndElement();
        });
  }

  private void ssaSearch(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("capability");
    xml.writeAttribute("standardID", Protocol.SSA.standardId());
    xml.writeAttribute("xsi:type", "ssap:SimpleSpectralAccess");
    query(xml, Protocol.SSA, "1.1");
    XmlDocument.element(xml, "complianceLevel", "minimal");
    XmlDocument.element(xml, "dataSource", "survey");
    XmlDocument.element(xml, "dataSource", "pointed");
    XmlDocument.element(xml, "creationType", "spectralExtraction");
    for (String frame : new String[] {"ICRS", "FK5", "GALACTIC_II"}) {
      XmlDocument.element(xml, "supportedFrame", frame);
    }
    XmlDocument.element(xml, "maxSearchRadius", "180");
    XmlDocument.element(xml, "maxRecords", Long.toString(properties.maxRec()));
    XmlDocument.element(xml, "defaultMaxRecords", Long.toString(properties.defaultMaxRec()));
    xml.writeStartElement("testQuery");
    XmlDocument.element(xml, "queryDataCmd", "REQUEST=queryData&MAXREC=1");
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void dapSearch(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("capability");
    xml.writeAttribute("standardID", Protocol.DAP.standardId());
    query(xml, Protocol.DAP, "2.0");
    xml.writeEndElement();
  }

  private void query(XMLStreamWriter xml, Protocol protocol, String version)
      throws XMLStreamException {
    ParamHttp.start(xml, version);
    ParamHttp.accessUrl(xml, "base", base.ssa() + protocol.path() + "?");
    XmlDocument.element(xml, "queryType", "GET");
    XmlDocument.element(xml, "queryType", "POST");
    XmlDocument.element(xml, "resultType", "application/x-votable+xml");
    xml.writeEndElement();
  }

  private void vosi(XMLStreamWriter xml, String folder, String resource) throws XMLStreamException {
    xml.writeStartElement("capability");
    xml.writeAttribute("standardID", "ivo://ivoa.net/std/VOSI#" + resource);
    ParamHttp.start(xml, "");
    ParamHttp.accessUrl(xml, "full", base.ssa() + folder + resource);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** The interface element that all capabilities here have (VODataService-1.2 3.4). */
  private static final class ParamHttp {
    static void start(XMLStreamWriter xml, String version) throws XMLStreamException {
      xml.writeStartElement("interface");
      xml.writeAttribute("xsi:type", "vs:ParamHTTP");
      xml.writeAttribute("role", "std");
      if (!version.isEmpty()) {
        xml.writeAttribute("version", version);
      }
    }

    static void accessUrl(XMLStreamWriter xml, String use, String url) throws XMLStreamException {
      xml.writeStartElement("accessURL");
      xml.writeAttribute("use", use);
      xml.writeCharacters(url);
      xml.writeEndElement();
    }
  }
}
