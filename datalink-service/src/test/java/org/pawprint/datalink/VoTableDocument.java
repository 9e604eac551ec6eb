package org.pawprint.datalink;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A VOTable as another program reads it, by the JDK's XML parser. */
public final class VoTableDocument {
  private final Document document;

  public VoTableDocument(byte[] bytes) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
  }

  public List<Element> elements(String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** Value of the INFO of that name, the last if there are several. */
  public String info(String name) {
    return elements("INFO").stream()
        .filter(e -> e.getAttribute("name").equals(name))
        .map(e -> e.getAttribute("value"))
        .reduce("", (first, second) -> second);
  }

  /** Value of the PARAM with that utype. */
  public String param(String utype) {
    return elements("PARAM").stream()
        .filter(e -> e.getAttribute("utype").equals(utype))
        .map(e -> e.getAttribute("value"))
        .findFirst()
        .orElse("");
  }

  /** Values of the PARAMs of that name. */
  public List<String> params(String name) {
    return elements("PARAM").stream()
        .filter(param -> param.getAttribute("name").equals(name))
        .map(param -> param.getAttribute("value"))
        .toList();
  }

  /** Rows as column name to text of the cell. */
  public List<Map<String, String>> rows() {
    List<String> names =
        elements("FIELD").stream().map(field -> field.getAttribute("name")).toList();
    List<Map<String, String>> rows = new ArrayList<>();
    for (Element row : elements("TR")) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNextSibling()) {
        if (cell instanceof Element) {
          cells.put(names.get(cells.size()), cell.getTextContent());
        }
      }
      rows.add(cells);
    }
    return rows;
  }
}
