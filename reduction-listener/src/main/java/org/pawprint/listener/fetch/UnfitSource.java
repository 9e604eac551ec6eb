package org.pawprint.listener.fetch;

import java.io.Serial;

/** A file that is refused for good: by its name, its kind, its size or its digest. */
final class UnfitSource extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  UnfitSource(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
