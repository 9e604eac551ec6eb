package org.pawprint.standalone.backfill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** One file, named by itself. */
final class SingleFile implements FileSource {
  private static final String PLACE = "1";

  private final Path file;
  private boolean given;

  SingleFile(Path file) {
    this.file = file;
  }

  @Override
  public Optional<Found> next() throws IOException {
    if (given) {
      return Optional.empty();
    }
    given = true;
    return Optional.of(
        Candidates.onDisk(PLACE, String.valueOf(file.getFileName()), file, Optional.empty()));
  }

  @Override
  public void startAfter(String place) {
    given = true;
  }

  @Override
  public long expected(long found) {
    return 1;
  }
}
