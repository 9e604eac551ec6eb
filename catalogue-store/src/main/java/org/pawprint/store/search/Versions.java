package org.pawprint.store.search;

/** Which versions of a spectrum a search may find. */
public enum Versions {
  /** Those that nothing has superseded or withdrawn. */
  NEWEST,
  /** Superseded and withdrawn ones too. */
  ALL
}
