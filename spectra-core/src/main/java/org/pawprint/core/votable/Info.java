package org.pawprint.core.votable;

/**
 * A name and a value about the answer, with words for people as the body.
 *
 * @param ucd empty for none
 * @param text body, empty for none
 */
public record Info(String name, String value, String ucd, String text) implements VoElement {
  /** The INFO by which DALI 1.1 says how a query went. */
  public static final String QUERY_STATUS = "QUERY_STATUS";

  public static Info of(String name, String value) {
    return new Info(name, value, "", "");
  }

  public static Info of(String name, String value, String text) {
    return new Info(name, value, "", text);
  }

  public static Info ok() {
    return of(QUERY_STATUS, "OK");
  }

  public static Info overflow(String text) {
    return of(QUERY_STATUS, "OVERFLOW", text);
  }

  public static Info error(String text) {
    return of(QUERY_STATUS, "ERROR", text);
  }

  @Override
  public void write(XmlBytes xml) {
    xml.ascii("<INFO").attribute("name", name).requiredAttribute("value", value);
    xml.attribute("ucd", ucd);
    if (text.isEmpty()) {
      xml.ascii("/>\n");
    } else {
      xml.ascii(">").text(text).ascii("</INFO>\n");
    }
  }
}
