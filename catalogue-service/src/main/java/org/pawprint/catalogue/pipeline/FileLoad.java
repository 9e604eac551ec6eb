package org.pawprint.catalogue.pipeline;

import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.core.event.StageCommand.StagedFile;

/** What came of reading one original. */
sealed interface FileLoad {
  StagedFile file();

  /** Read; its spectra are in memory. */
  record Loaded(StagedFile file, SurveyLoader loader, LoadedFile content) implements FileLoad {}

  /** Never to be catalogued as it is. */
  record Unusable(StagedFile file, String step, String reason) implements FileLoad {}

  /** Something around the file failed; another try may do. */
  record TryLater(StagedFile file, String step, String reason) implements FileLoad {}
}
