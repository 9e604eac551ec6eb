package org.pawprint.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pawprint.catalogue.survey.SurveyLoaders;
import org.pawprint.catalogue.survey.mapping.MappedLoader;

/** The loaders of this release and those of a folder of YAML files (docs/mappings.md). */
final class DeclaredSurveys {
  private DeclaredSurveys() {}

  /**
   * @throws IOException with every fault of the files, a line each
   */
  static SurveyLoaders with(Optional<Path> folder) throws IOException {
    try {
      return SurveyLoaders.with(
          folder.isPresent() ? MappedLoader.inFolder(folder.get()) : List.of());
    } catch (IllegalArgumentException e) {
      throw new IOException("--mappings:" + System.lineSeparator() + e.getMessage(), e);
    }
  }
}
