package org.pawprint.core.votable;

/** An element that stands before or after the data; {@link VoTableWriter#add} knows where. */
public sealed interface VoElement
    permits Description, Info, CooSys, TimeSys, Group, Param, Field, Link {
  /** Writes the element with its line end. */
  void write(XmlBytes xml);
}
