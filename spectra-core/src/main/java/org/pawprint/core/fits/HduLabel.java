package org.pawprint.core.fits;

/** Which HDU of which file, for faults. */
record HduLabel(String file, int index, String name) {

  UnreadableFits unreadable(String keyword, Object found, String expected) {
    return new UnreadableFits(file, toString(), keyword, String.valueOf(found), expected);
  }

  @Override
  public String toString() {
    return name.isEmpty() ? "HDU " + index : "HDU " + index + " (" + name + ")";
  }
}
