package org.pawprint.ssa;

import org.pawprint.core.obscore.ObsCoreRow;

/** A row and the state of its identity. */
record Seed(String did, String state, ObsCoreRow row) {

  static Seed current(String did, ObsCoreRow row) {
    return new Seed(did, "current", row);
  }

  static Seed superseded(String did, ObsCoreRow row) {
    return new Seed(did, "superseded", row);
  }

  static Seed withdrawn(String did, ObsCoreRow row) {
    return new Seed(did, "withdrawn", row);
  }

  boolean newest() {
    return state.equals("current");
  }

  String alias() {
    return did.substring(0, did.lastIndexOf('/'));
  }
}
