package org.pawprint.standalone.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps what a run found: the damaged file, and beside it how to make and read it again. */
public final class FailureFolder {
  private final Path folder;
  private final long seed;

  public FailureFolder(Path folder, long seed) {
    this.folder = folder;
    this.seed = seed;
  }

  /**
   * Writes {@code seed1-case42.fits} ({@code .xml} where a VOTable was damaged) and {@code .txt};
   * gives the first.
   */
  public Path save(FuzzFailure failure) throws IOException {
    Files.createDirectories(folder);
    String name = "seed" + seed + "-case" + failure.number();
    Path file = Files.write(folder.resolve(name + ending(failure)), failure.content());
    Files.writeString(
        folder.resolve(name + ".txt"),
        """
        %s
        %s: %s
        again: ./pawprint fuzz fits --seed %d --case %d

        %s"""
            .formatted(
                failure.subject(),
                failure.kind(),
                failure.what(),
                seed,
                failure.number(),
                failure.trace()));
    return file;
  }

  private static String ending(FuzzFailure failure) {
    return failure.fixture().endsWith(".xml") || failure.fixture().endsWith(".vot")
        ? ".xml"
        : ".fits";
  }
}
