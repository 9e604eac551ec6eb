package org.pawprint.standalone.backfill;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files in an order that is the same every time. Not thread-safe. */
interface FileSource extends Closeable {
  /** The next file; empty at the end. */
  Optional<Found> next() throws IOException;

  /** Leaves out everything up to this place; called before the first file. */
  void startAfter(String place) throws IOException;

  /** How many files there are as far as one can tell now: exact, or from what is read so far. */
  long expected(long found) throws IOException;

  @Override
  default void close() throws IOException {}

  /**
   * What a path names: a folder, a tar, a single survey file, or else a manifest.
   *
   * @throws IOException when it is not there or cannot be read
   */
  static FileSource of(Path what) throws IOException {
    if (!Files.isReadable(what)) {
      throw new IOException("cannot read " + what);
    }
    if (Files.isDirectory(what)) {
      return new FolderSource(what);
    }
    if (TarSource.isTar(what)) {
      return new TarSource(what);
    }
    if (Candidates.isCandidate(what)) {
      return new SingleFile(what);
    }
    return new ManifestSource(what);
  }
}
