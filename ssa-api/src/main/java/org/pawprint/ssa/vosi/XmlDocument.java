package org.pawprint.ssa.vosi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A small XML document made in memory; text is escaped. */
final class XmlDocument {
  static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private XmlDocument() {}

  /** What goes into the document. */
  interface Content {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  /** As XML whatever the client would rather have: VOSI knows nothing else. */
  static ResponseEntity<byte[]> answer(Content content) {
    return ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(of(content));
  }

  private static byte[] of(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      content.write(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
