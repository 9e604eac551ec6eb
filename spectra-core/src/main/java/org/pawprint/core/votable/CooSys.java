package org.pawprint.core.votable;

/**
 * A frame for positions, to be named by {@code ref}.
 *
 * @param system e.g. {@code ICRS}
 */
public record CooSys(String id, String system) implements VoElement {
  public CooSys {
    XmlId.require(id);
  }

  @Override
  public void write(XmlBytes xml) {
    xml.ascii("<COOSYS").attribute("ID", id).attribute("system", system).ascii("/>\n");
  }
}
