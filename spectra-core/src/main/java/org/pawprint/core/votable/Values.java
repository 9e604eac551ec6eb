package org.pawprint.core.votable;

import java.util.List;

/**
 * What a column or parameter may hold; texts as they would stand in a cell.
 *
 * @param min least value, inclusive; empty for none
 * @param max greatest value, inclusive; empty for none
 */
public record Values(String min, String max, List<String> options) {
  public static final Values ANY = new Values("", "", List.of());

  public Values {
    options = List.copyOf(options);
  }

  public static Values between(String min, String max) {
    return new Values(min, max, List.of());
  }

  public static Values oneOf(List<String> options) {
    return new Values("", "", options);
  }

  void write(XmlBytes xml) {
    if (equals(ANY)) {
      return;
    }
    xml.ascii("<VALUES>");
    if (!min.isEmpty()) {
      xml.ascii("<MIN").attribute("value", min).ascii("/>");
    }
    if (!max.isEmpty()) {
      xml.ascii("<MAX").attribute("value", max).ascii("/>");
    }
    for (String option : options) {
      xml.ascii("<OPTION").requiredAttribute("value", option).ascii("/>");
    }
    xml.ascii("</VALUES>\n");
  }
}
