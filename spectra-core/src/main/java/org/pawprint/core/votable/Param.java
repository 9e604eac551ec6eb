package org.pawprint.core.votable;

/**
 * A constant column, a fact about a table, or an input of a service.
 *
 * @param value text as it would stand in a cell; may be empty
 */
public record Param(Field field, String value) implements VoElement {
  @Override
  public void write(XmlBytes xml) {
    xml.ascii("<PARAM");
    field.attributes(xml);
    xml.requiredAttribute("value", value);
    field.end("PARAM", xml);
  }
}
