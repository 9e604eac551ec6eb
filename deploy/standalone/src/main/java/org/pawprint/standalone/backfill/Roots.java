package org.pawprint.standalone.backfill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pawprint.standalone.archive.RunningArchive;

/** The folders from which the archive reads in place. */
record Roots(List<Path> folders) {
  Roots {
    folders = List.copyOf(folders);
  }

  static Roots of(RunningArchive archive) throws IOException {
    List<Path> folders = new ArrayList<>();
    archive.ops("/ops/roots").forEach(root -> folders.add(Path.of(root.path("path").asString())));
    return new Roots(folders);
  }

  boolean hold(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return folders.stream().anyMatch(absolute::startsWith);
  }
}
