package org.pawprint.store.file;

import java.io.IOException;
import java.io.Serial;

/** Our own disk refused a write (full, read-only, gone): the same file may succeed later. */
public final class StoreWriteFailure extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  StoreWriteFailure(String what, IOException cause) {
    super(what + ": " + cause, cause);
  }
}
