package org.pawprint.core.votable;

/**
 * A time scale for dates, to be named by {@code ref} (VOTable 1.4, TIMESYS).
 *
 * @param timescale e.g. {@code UTC}
 * @param refposition e.g. {@code TOPOCENTER}
 * @param timeorigin Julian Date of zero, or {@code MJD-origin} or {@code JD-origin}; empty for
 *     calendar dates
 */
public record TimeSys(String id, String timescale, String refposition, String timeorigin)
    implements VoElement {
  public TimeSys {
    XmlId.require(id);
  }

  @Override
  public void write(XmlBytes xml) {
    xml.ascii("<TIMESYS").attribute("ID", id).attribute("timeorigin", timeorigin);
    xml.attribute("timescale", timescale).attribute("refposition", refposition).ascii("/>\n");
  }
}
