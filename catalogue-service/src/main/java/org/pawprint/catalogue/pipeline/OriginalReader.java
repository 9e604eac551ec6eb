package org.pawprint.catalogue.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.Recognition;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.catalogue.survey.SurveyLoaders;
import org.pawprint.core.event.StageCommand.StagedFile;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.store.file.OriginalStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens an original, finds its loader and reads its spectra. */
final class OriginalReader {
  private static final Logger log = LoggerFactory.getLogger(OriginalReader.class);

  private final OriginalStore originals;
  private final SurveyLoaders loaders;

  OriginalReader(OriginalStore originals, SurveyLoaders loaders) {
    this.originals = originals;
    this.loaders = loaders;
  }

  /** Reads a file; damage and strangeness come back as values, not as exceptions. */
  FileLoad read(StagedFile file, Map<String, String> facts) {
    Path path = originals.path(new Sha256(file.sha256()));
    try {
      if (Files.size(path) != file.bytes()) {
        return new FileLoad.TryLater(
            file, "open", "original has " + Files.size(path) + " bytes, expected " + file.bytes());
      }
      try (FitsFile fits = FitsFile.open(path)) {
        return read(file, fits, facts);
      }
    } catch (UnreadableFits e) {
      return new FileLoad.Unusable(file, "read", inWords(e, path, file));
    } catch (NoSuchFileException e) {
      return new FileLoad.TryLater(
          file, "open", "original " + file.sha256() + " is not in the store");
    } catch (IOException e) {
      return new FileLoad.TryLater(file, "open", String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // A fault of a loader must not cost the other files of the command.
      log.error("file={} sha256={} step=load unexpected", file.name(), file.sha256(), e);
      return new FileLoad.Unusable(file, "load", file.name() + ": unexpected " + e);
    }
  }

  private FileLoad read(StagedFile file, FitsFile fits, Map<String, String> facts) {
    Recognition recognition = loaders.recognise(fits);
    if (recognition instanceof Recognition.By by) {
      SurveyLoader loader = by.loader();
      LoadedFile content = loader.load(new SurveyFile(file.name(), fits, facts));
      if (content.entries().isEmpty()) {
        return new FileLoad.Unusable(file, "load", nothingIn(file, loader, content));
      }
      return new FileLoad.Loaded(file, loader, content);
    }
    String reason =
        recognition instanceof Recognition.Ambiguous several
            ? "claimed by several loaders, " + several.loaders()
            : "no survey loader knows a file like this";
    return new FileLoad.Unusable(file, "recognise", file.name() + ": " + reason);
  }

  private static String nothingIn(StagedFile file, SurveyLoader loader, LoadedFile content) {
    String rejected =
        content.rejected().stream().limit(3).reduce((a, b) -> a + "; " + b).orElse("");
    return "%s: %s found no spectrum (%d fibres without programme targets, %d rejected%s)"
        .formatted(
            file.name(),
            loader.name(),
            content.notCatalogued(),
            content.rejected().size(),
            rejected.isEmpty() ? "" : ": " + rejected);
  }

  /** The operator knows the file by its announced name, not by its digest. */
  private static String inWords(UnreadableFits e, Path path, StagedFile file) {
    return String.valueOf(e.getMessage()).replace(path.getFileName().toString(), file.name());
  }
}
