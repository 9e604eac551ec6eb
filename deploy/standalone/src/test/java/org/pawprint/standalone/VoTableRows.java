package org.pawprint.standalone;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The rows of the first table of a VOTable, read with nothing but the JDK. */
final class VoTableRows {
  private VoTableRows() {}

  /** Each row as text by the name of its field. */
  static List<Map<String, String>> of(String votable) {
    Element table = (Element) parse(votable).getElementsByTagName("TABLE").item(0);
    NodeList fields = table.getElementsByTagName("FIELD");
    NodeList lines = table.getElementsByTagName("TR");
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < lines.getLength(); i++) {
      NodeList cells = ((Element) lines.item(i)).getElementsByTagName("TD");
      Map<String, String> row = new LinkedHashMap<>();
      for (int j = 0; j < fields.getLength(); j++) {
        row.put(
            ((Element) fields.item(j)).getAttribute("name"),
            cells.item(j).getTextContent().strip());
      }
      rows.add(row);
    }
    return rows;
  }

  private static Document parse(String votable) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(votable.getBytes(StandardCharsets.UTF_8)));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new IllegalArgumentException("no XML: " + votable, e);
    }
  }
}
