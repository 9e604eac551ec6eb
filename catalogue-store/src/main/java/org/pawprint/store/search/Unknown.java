package org.pawprint.store.search;

/**
 * What a constraint does with a row that lacks the value. The standards disagree: in SSA a
 * constraint that cannot be applied counts as met (SSA-1.1 4.1), in SIA2 and DAP an unknown value
 * never satisfies one (SIA-2.0 2.1).
 */
public enum Unknown {
  MATCHES,
  FAILS
}
