package org.pawprint.core.votable;

import java.util.List;

/**
 * Columns and parameters that belong together.
 *
 * @param fieldRefs XML IDs of columns
 */
public record Group(
    String name, String utype, String description, List<Param> params, List<String> fieldRefs)
    implements VoElement {
  public Group {
    params = List.copyOf(params);
    fieldRefs = List.copyOf(fieldRefs);
    fieldRefs.forEach(XmlId::require);
  }

  @Override
  public void write(XmlBytes xml) {
    xml.ascii("<GROUP").attribute("name", name).attribute("utype", utype).ascii(">\n");
    Description.writeUnlessEmpty(description, xml);
    params.forEach(param -> param.write(xml));
    for (String ref : fieldRefs) {
      xml.ascii("<FIELDref").attribute("ref", ref).ascii("/>\n");
    }
    xml.ascii("</GROUP>\n");
  }
}
