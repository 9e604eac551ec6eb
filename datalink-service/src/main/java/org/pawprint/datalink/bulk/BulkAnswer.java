package org.pawprint.datalink.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;

/** An answer in one form, for one plan and one thread. */
interface BulkAnswer {
  /** Its bytes, where they are known before. */
  OptionalLong length();

  /**
   * @throws StoreFailure when a segment cannot be read
   * @throws IOException when the client is away
   */
  void write(OutputStream out) throws IOException;
}
