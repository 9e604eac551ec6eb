package org.pawprint.ssa;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A VOTable read with nothing but the JDK, for tests that must not trust our own classes. */
record ParsedVoTable(Document document) {

  static ParsedVoTable of(byte[] bytes) {
    try {
      return new ParsedVoTable(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(bytes)));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new IllegalArgumentException(
          "no XML: " + new String(bytes, 0, Math.min(200, bytes.length)), e);
    }
  }

  List<Element> elements(String name) {
    NodeList nodes = document.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  /** The status as clients take it: the last one counts. */
  String status() {
    return lastStatus().getAttribute("value");
  }

  String statusText() {
    return lastStatus().getTextContent();
  }

  private Element lastStatus() {
    List<Element> all =
        elements("INFO").stream()
            .filter(info -> info.getAttribute("name").equals("QUERY_STATUS"))
            .toList();
    return all.get(all.size() - 1);
  }

  List<String> infos(String name) {
    return elements("INFO").stream()
        .filter(info -> info.getAttribute("name").equals(name))
        .map(info -> info.getAttribute("value"))
        .toList();
  }

  /** The field with this name. */
  Element field(String name) {
    return elements("FIELD").stream()
        .filter(field -> field.getAttribute("name").equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no field " + name));
  }

  /** The PARAM with this name. */
  Element param(String name) {
    return elements("PARAM").stream()
        .filter(param -> param.getAttribute("name").equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no PARAM " + name));
  }

  List<Map<String, String>> rows() {
    List<String> names = elements("FIELD").stream().map(f -> f.getAttribute("name")).toList();
    List<Map<String, String>> rows = new ArrayList<>();
    for (Element tr : elements("TR")) {
      NodeList cells = tr.getElementsByTagName("TD");
      if (cells.getLength() != names.size()) {
        throw new AssertionError(cells.getLength() + " cells for " + names.size() + " fields");
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        row.put(names.get(i), cells.item(i).getTextContent());
      }
      rows.add(row);
    }
    return rows;
  }

  List<String> column(String name) {
    return rows().stream().map(row -> row.getOrDefault(name, "no column " + name)).toList();
  }

  List<String> dids() {
    return column("obs_publisher_did");
  }
}
