package org.pawprint.core.votable;

/**
 * A pointer to a document.
 *
 * @param contentRole e.g. {@code doc}; empty for none
 * @param contentType media type; empty for none
 */
public record Link(String contentRole, String contentType, String title, String href)
    implements VoElement {
  @Override
  public void write(XmlBytes xml) {
    xml.ascii("<LINK").attribute("content-role", contentRole);
    xml.attribute("content-type", contentType).attribute("title", title);
    xml.attribute("href", href).ascii("/>\n");
  }
}
