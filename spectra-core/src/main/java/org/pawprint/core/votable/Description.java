package org.pawprint.core.votable;

/** Words for people. */
public record Description(String text) implements VoElement {
  @Override
  public void write(XmlBytes xml) {
    xml.ascii("<DESCRIPTION>").text(text).ascii("</DESCRIPTION>\n");
  }

  /** Writes nothing where there is nothing to say. */
  static void writeUnlessEmpty(String text, XmlBytes xml) {
    if (!text.isEmpty()) {
      new Description(text).write(xml);
    }
  }
}
