package org.pawprint.datalink.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/** Writes files into an archive, one after another. */
interface Packer {
  /**
   * @param name ASCII, at most 100 characters
   * @param modified from 1980
   */
  void add(String name, Instant modified, byte[] content) throws IOException;

  /** Writes what stands behind the last file; the stream below stays open. */
  void finish() throws IOException;

  /** A kind of archive. */
  @FunctionalInterface
  interface Kind {
    Packer on(OutputStream out);
  }
}
