package org.pawprint.datalink.bulk;

import java.io.IOException;

/** The numbers of a spectrum cannot be read now. */
final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  StoreFailure(IOException cause) {
    super("the file store cannot be read now", cause);
  }
}
