package org.pawprint.standalone.backfill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pawprint.catalogue.survey.OriginalContent;
import org.pawprint.catalogue.survey.Recognition;
import org.pawprint.catalogue.survey.SurveyLoader;
import org.pawprint.catalogue.survey.SurveyLoaders;
import org.pawprint.core.fits.UnreadableFits;

/**
 * What a backfill would catalogue, survey by survey, and which files nothing reads, as far as the
 * headers tell. Touches no archive.
 */
public final class DryRun {
  /** A longer entry of a tar is not held in memory to be looked at. */
  private static final long LARGEST_LOOKED_AT = 64L << 20;

  private final SurveyLoaders loaders;
  private final Optional<String> collection;
  private final Map<String, Size> folders = new TreeMap<>();
  private final Map<String, Survey> surveys = new TreeMap<>();
  private final Size all = new Size();
  private final List<Aside> noLoader = new ArrayList<>();
  private final List<Aside> unreadable = new ArrayList<>();
  private final List<Aside> notLookedAt = new ArrayList<>();
  private final List<Aside> notAnnounced = new ArrayList<>();

  /** How many files, and their bytes. */
  private static final class Size {
    private long files;
    private long bytes;

    private void add(long size) {
      files++;
      bytes += size;
    }

    private Map<String, Object> asMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("files", files);
      map.put("bytes", bytes);
      return map;
    }

    private String text() {
      return "%d %s, %.1f MB".formatted(files, files == 1 ? "file" : "files", bytes / 1e6);
    }
  }

  private record Survey(SurveyLoader loader, Size size) {}

  private record Aside(String file, String reason) {}

  private DryRun(SurveyLoaders loaders, Optional<String> collection) {
    this.loaders = loaders;
    this.collection = collection;
  }

  /**
   * Looks at everything.
   *
   * @param loaders of the archive that the files are for
   * @param collection for all files; empty leaves it to their loaders
   */
  public static DryRun of(
      Path what, SurveyLoaders loaders, Optional<String> collection, Watcher watcher)
      throws IOException {
    DryRun run = new DryRun(loaders, collection);
    long found = 0;
    try (FileSource source = FileSource.of(what)) {
      for (var next = source.next(); next.isPresent(); next = source.next()) {
        run.look(next.get());
        found++;
        watcher.progress(found, 0, source.expected(found), "");
      }
    }
    return run;
  }

  private void look(Found found) throws IOException {
    if (found instanceof Found.Aside aside) {
      (aside.parked() ? unreadable : notAnnounced).add(new Aside(aside.name(), aside.reason()));
    } else if (found instanceof Found.OnDisk file) {
      count(file.name(), file.bytes());
      recognise(file.name(), file.bytes(), () -> OriginalContent.open(file.file()));
    } else if (found instanceof Found.InTar inside) {
      count(inside.name(), inside.bytes());
      if (inside.bytes() > LARGEST_LOOKED_AT) {
        notLookedAt.add(new Aside(inside.name(), "too large to be looked at inside the tar"));
      } else {
        byte[] content = inside.content().readNBytes((int) inside.bytes());
        recognise(inside.name(), inside.bytes(), () -> OriginalContent.of(content, inside.name()));
      }
    }
  }

  private interface Opening {
    OriginalContent open() throws IOException;
  }

  private void recognise(String name, long bytes, Opening opening) throws IOException {
    try {
      Recognition recognition = loaders.recognise(opening.open());
      if (recognition instanceof Recognition.By by) {
        surveys
            .computeIfAbsent(by.loader().name(), n -> new Survey(by.loader(), new Size()))
            .size()
            .add(bytes);
      } else if (recognition instanceof Recognition.Ambiguous several) {
        noLoader.add(new Aside(name, "claimed by several loaders, " + several.loaders()));
      } else {
        noLoader.add(new Aside(name, "no survey loader knows a file like this"));
      }
    } catch (UnreadableFits e) {
      unreadable.add(new Aside(name, String.valueOf(e.getMessage())));
    }
  }

  private void count(String name, long size) {
    all.add(size);
    int slash = name.lastIndexOf('/');
    folders.computeIfAbsent(slash < 0 ? "." : name.substring(0, slash), f -> new Size()).add(size);
  }

  private String collectionOf(Survey survey) {
    return collection.orElseGet(survey.loader()::defaultCollection);
  }

  /** Whether every file was looked at and has a loader. */
  public boolean isAllKnown() {
    return noLoader.isEmpty() && unreadable.isEmpty() && notLookedAt.isEmpty();
  }

  /** The form of {@code --json}. */
  public Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("dry_run", true);
    map.putAll(all.asMap());
    Map<String, Object> byFolder = new LinkedHashMap<>();
    folders.forEach((folder, size) -> byFolder.put(folder, size.asMap()));
    map.put("folders", byFolder);
    Map<String, Object> byLoader = new LinkedHashMap<>();
    surveys.forEach(
        (name, survey) -> {
          Map<String, Object> one = survey.size().asMap();
          one.put("collection", collectionOf(survey));
          byLoader.put(name, one);
        });
    map.put("by_loader", byLoader);
    map.put("no_loader", noLoader);
    map.put("unreadable", unreadable);
    map.put("not_looked_at", notLookedAt);
    map.put("not_announced", notAnnounced);
    return map;
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(all.text() + " would be announced");
    folders.forEach((folder, size) -> lines.add("  " + folder + ": " + size.text()));
    surveys.forEach(
        (name, survey) ->
            lines.add(
                "loader %s would catalogue %s in the collection %s"
                    .formatted(name, survey.size().text(), collectionOf(survey))));
    add(lines, "no loader reads", noLoader);
    add(lines, "damaged, or cannot be read:", unreadable);
    add(lines, "not looked at:", notLookedAt);
    add(lines, "not announced:", notAnnounced);
    return lines;
  }

  private static void add(List<String> lines, String head, List<Aside> asides) {
    if (!asides.isEmpty()) {
      lines.add(head + " " + asides.size() + (asides.size() == 1 ? " file" : " files"));
      asides.forEach(aside -> lines.add("  " + aside.file() + ": " + aside.reason()));
    }
  }
}
