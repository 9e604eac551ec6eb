package org.pawprint.standalone.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.pawprint.catalogue.survey.LoadedEntry;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.OriginalContent;
import org.pawprint.catalogue.survey.Recognition;
import org.pawprint.catalogue.survey.SurveyFile;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.catalogue.survey.SurveyLoaders;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;

/**
 * Reads a file as the archive does between its store and its catalogue: open, recognise, load,
 * name. Whatever it throws the archive would not have foreseen.
 */
final class Reading {
  /** A name as any installation might have. */
  private static final String AUTHORITY = "org.pawprint.fuzz";

  private static final String NAME = "fuzzed";

  private final SurveyLoaders loaders;

  Reading(SurveyLoaders loaders) {
    this.loaders = loaders;
  }

  /** What becomes of a damaged file, good or bad for its spectra but never for the archive. */
  enum Outcome {
    LOADED,
    LOADED_IN_PART,
    NOTHING_LOADED,
    UNKNOWN,
    AMBIGUOUS,
    UNREADABLE
  }

  /** The contents of a file in memory. */
  Outcome read(byte[] content) {
    try {
      return read(OriginalContent.of(content, NAME));
    } catch (UnreadableFits e) {
      return refused(e);
    }
  }

  /** A file of the disk, which may be mapped. */
  Outcome read(Path file) throws IOException {
    try {
      return read(OriginalContent.open(file));
    } catch (UnreadableFits e) {
      return refused(e);
    }
  }

  /** As {@link #read(Path)}, through a temporary file. */
  Outcome readFromDisk(byte[] content) throws IOException {
    Path file = Files.createTempFile("pawprint-fuzz-", ".fits");
    try {
      Files.write(file, content);
      return read(file);
    } finally {
      Files.delete(file);
    }
  }

  private Outcome read(OriginalContent content) {
    Recognition recognition = loaders.recognise(content);
    if (recognition instanceof Recognition.By by) {
      return load(content, by.loader());
    }
    return recognition instanceof Recognition.Unknown ? Outcome.UNKNOWN : Outcome.AMBIGUOUS;
  }

  private static Outcome load(OriginalContent content, SurveyLoader loader) {
    LoadedFile file = loader.load(new SurveyFile(NAME, content, Map.of()));
    for (LoadedEntry entry : file.entries()) {
      requireUsable(loader, entry);
    }
    if (file.entries().isEmpty()) {
      return Outcome.NOTHING_LOADED;
    }
    return file.rejected().isEmpty() ? Outcome.LOADED : Outcome.LOADED_IN_PART;
  }

  /** What the next steps take for granted: a name, texts that a database holds, a wavelength. */
  private static void requireUsable(SurveyLoader loader, LoadedEntry entry) {
    ObsCoreRow row = entry.row();
    String obsId = row.requiredText(ObsCoreColumn.OBS_ID);
    String did =
        new PublisherDid(
                AUTHORITY, loader.defaultCollection(), obsId, entry.name(), Optional.empty())
            .toString();
    PublisherDid.parse(did);
    for (ObsCoreColumn column : ObsCoreColumn.values()) {
      if (row.value(column) instanceof String text && !isPlain(text)) {
        throw new IllegalStateException(column.column() + " holds control characters");
      }
    }
    double min = row.requiredNumber(ObsCoreColumn.EM_MIN);
    if (!(min > 0 && row.requiredNumber(ObsCoreColumn.EM_MAX) >= min)) {
      throw new IllegalStateException("em_min " + min + " m above em_max, or no wavelength");
    }
  }

  private static boolean isPlain(String text) {
    return text.chars().noneMatch(Character::isISOControl);
  }

  /** The words for the operator have to be words. */
  private static Outcome refused(UnreadableFits e) {
    String message = String.valueOf(e.getMessage());
    if (message.length() > 2000 || !message.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalStateException("message of UnreadableFits is no line of ASCII", e);
    }
    return Outcome.UNREADABLE;
  }
}
