package org.pawprint.catalogue.join;

import java.io.IOException;

/** A table that cannot be used as it is, in words for the operator who gave it. */
public final class UnfitTable extends IOException {
  private static final long serialVersionUID = 1L;

  UnfitTable(String reason) {
    super(reason);
  }

  UnfitTable(String reason, Throwable cause) {
    super(reason, cause);
  }
}
