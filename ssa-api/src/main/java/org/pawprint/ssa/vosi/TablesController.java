package org.pawprint.ssa.vosi;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.pawprint.core.votable.Field;
import org.pawprint.ssa.query.Protocol;
import org.pawprint.ssa.response.AnswerFields;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The columns of the answers of both protocols, as VOSI-1.1 5 and VODataService-1.2 3.3 put them.
 */
@RestController
class TablesController {
  @GetMapping({"/vo/ssa/tables", "/vo/dap/tables"})
  ResponseEntity<byte[]> tables() {
    return XmlDocument.answer(
        xml -> {
          xml.writeStartElement("vosi:tableset");
          xml.writeNamespace("vosi", "http://www.ivoa.net/xml/VOSITables/v1.0");
          xml.writeNamespace("vs", "http://www.ivoa.net/xml/VODataService/v1.1");
          xml.writeNamespace("xsi", XmlDocument.SCHEMA_INSTANCE);
          xml.writeStartElement("schema");
          XmlDocument.element(xml, "name", "answers");
          XmlDocument.element(xml, "description", "What the searches answer with");
          table(xml, "ssa", "Rows of an SSA answer", AnswerFields.of(Protocol.SSA));
          table(
              xml,
              "dap",
              "Rows of an answer in the words of ObsCore",
              AnswerFields.of(Protocol.DAP));
          xml.writeEndElement();
          xml.writeEndElement();
        });
  }

  private static void table(
      XMLStreamWriter xml, String name, String description, List<Field> fields)
      throws XMLStreamException {
    xml.writeStartElement("table");
    xml.writeAttribute("type", "output");
    XmlDocument.element(xml, "name", "answers." + name);
    XmlDocument.element(xml, "description", description);
    for (Field field : fields) {
      xml.writeStartElement("column");
      XmlDocument.element(xml, "name", field.name());
      optional(xml, "description", field.description());
      optional(xml, "unit", field.unit());
      optional(xml, "ucd", field.ucd());
      optional(xml, "utype", field.utype());
      xml.writeStartElement("dataType");
      xml.writeAttribute("xsi:type", "vs:VOTableType");
      if (!field.arraysize().isEmpty()) {
        xml.writeAttribute("arraysize", field.arraysize());
      }
      xml.writeCharacters(field.datatype().word());
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void optional(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    if (!text.isEmpty()) {
      XmlDocument.element(xml, name, text);
    }
  }
}
