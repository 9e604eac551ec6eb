package org.pawprint.core.votable;

/** Media types of VOTable documents; compared by clients as text, so without blanks. */
public final class VoTableMedia {
  /** Any VOTable; the form that DALI prefers. */
  public static final String VOTABLE = "application/x-votable+xml";

  public static final String BINARY2 = "application/x-votable+xml;serialization=BINARY2";

  public static final String TABLEDATA = "application/x-votable+xml;serialization=TABLEDATA";

  /** An answer of a links endpoint (DataLink 1.1). */
  public static final String DATALINK = "application/x-votable+xml;content=datalink";

  private VoTableMedia() {}
}
