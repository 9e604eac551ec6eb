package org.pawprint.core.votable;

/** The nesting elements, with the order in which the schema wants what is inside them. */
enum Container {
  VOTABLE,
  RESOURCE,
  TABLE;

  static final int DESCRIPTION = 0;
  static final int INFO_BEFORE = 1;
  static final int DEFINITION = 2;
  static final int LINK = 3;

  /** A RESOURCE in the document, a TABLE in a resource, the DATA in a table. */
  static final int CONTENT = 4;

  static final int INFO_AFTER = 5;

  /**
   * Where an element belongs.
   *
   * @param soFar rank of the last element written here
   * @throws IllegalStateException when it does not belong here, or not any more
   */
  int rank(VoElement element, int soFar) {
    int rank = ownRank(element, soFar);
    if (rank < soFar || (rank == DESCRIPTION && soFar == DESCRIPTION)) {
      throw new IllegalStateException(
          "%s comes too late in %s".formatted(element.getClass().getSimpleName(), this));
    }
    return rank;
  }

  private int ownRank(VoElement element, int soFar) {
    if (element instanceof Description) {
      return DESCRIPTION;
    }
    if (element instanceof Info) {
      return infoRank(soFar);
    }
    boolean misplaced =
        element instanceof Field
            ? this != TABLE
            : (element instanceof CooSys || element instanceof TimeSys) && this == TABLE;
    if (misplaced || (element instanceof Link && this == VOTABLE)) {
      throw new IllegalStateException(
          "%s does not belong in %s".formatted(element.getClass().getSimpleName(), this));
    }
    return element instanceof Link ? LINK : DEFINITION;
  }

  private int infoRank(int soFar) {
    if (soFar >= CONTENT) {
      return INFO_AFTER;
    }
    // In the document head INFO and definitions mix.
    return this == VOTABLE && soFar == DEFINITION ? DEFINITION : INFO_BEFORE;
  }
}
