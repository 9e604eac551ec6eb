package org.pawprint.standalone.backfill;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.pawprint.core.identifier.Sha256;

/** A file that a source came upon. */
sealed interface Found {
  /** Where the source stands after it; a cursor for {@link FileSource#startAfter}. */
  String place();

  /** As the operator knows it: a path below the folder, or what stands in the tar or manifest. */
  String name();

  /**
   * A file on disk that may hold spectra.
   *
   * @param stamp changes when the file changes
   * @param sha256 as a manifest gives it
   */
  record OnDisk(
      String place, String name, Path file, long bytes, String stamp, Optional<Sha256> sha256)
      implements Found {}

  /**
   * A file inside a tar that may hold spectra.
   *
   * @param content to be read before the source is asked for the next file
   */
  record InTar(String place, String name, long bytes, InputStream content) implements Found {}

  /**
   * A file that is not to be announced.
   *
   * @param parked whether it should have been, and cannot be read
   */
  record Aside(String place, String name, boolean parked, String reason) implements Found {}
}
