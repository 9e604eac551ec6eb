package org.pawprint.standalone.backfill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pawprint.catalogue.survey.Recognition;
import org.pawprint.catalogue.survey.SurveyLoaders;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.UnreadableFits;

/**
 * What a backfill would announce, by folder and size, and whose files they are, as far as the
 * headers tell. Touches no archive.
 */
public final class DryRun {
  /** A longer entry of a tar is not held in memory to be looked at. */
  private static final long LARGEST_LOOKED_AT = 64L << 20;

  private final SurveyLoaders loaders = new SurveyLoaders();
  private final Map<String, long[]> folders = new TreeMap<>();
  private final Map<String, Long> byLoader = new TreeMap<>();
  private final List<Map<String, String>> unknown = new ArrayList<>();
  private final List<Map<String, String>> unreadable = new ArrayList<>();
  private final List<Map<String, String>> notAnnounced = new ArrayList<>();
  private long files;
  private long bytes;

  /** Looks at everything. */
  public static DryRun of(Path what, Watcher watcher) throws IOException {
    DryRun run = new DryRun();
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
      (aside.parked() ? unreadable : notAnnounced).add(entry(aside.name(), aside.reason()));
    } else if (found instanceof Found.OnDisk file) {
      count(file.name(), file.bytes());
      recognise(file.name(), () -> FitsFile.open(file.file()));
    } else if (found instanceof Found.InTar inside) {
      count(inside.name(), inside.bytes());
      if (inside.bytes() > LARGEST_LOOKED_AT) {
        unknown.add(entry(inside.name(), "too large to be looked at inside the tar"));
      } else {
        byte[] content = inside.content().readNBytes((int) inside.bytes());
        recognise(inside.name(), () -> FitsFile.of(content));
      }
    }
  }

  private interface Opening {
    FitsFile open() throws IOException;
  }

  private void recognise(String name, Opening opening) throws IOException {
    try (FitsFile fits = opening.open()) {
      Recognition recognition = loaders.recognise(fits);
      if (recognition instanceof Recognition.By by) {
        byLoader.merge(by.loader().name(), 1L, Long::sum);
      } else if (recognition instanceof Recognition.Ambiguous several) {
        unknown.add(entry(name, "claimed by several loaders, " + several.loaders()));
      } else {
        unknown.add(entry(name, "no survey loader knows a file like this"));
      }
    } catch (UnreadableFits e) {
      unknown.add(entry(name, String.valueOf(e.getMessage())));
    }
  }

  private void count(String name, long size) {
    files++;
    bytes += size;
    int slash = name.lastIndexOf('/');
    long[] folder =
        folders.computeIfAbsent(slash < 0 ? "." : name.substring(0, slash), f -> new long[2]);
    folder[0]++;
    folder[1] += size;
  }

  private static Map<String, String> entry(String file, String reason) {
    return Map.of("file", file, "reason", reason);
  }

  /** Whether every file has a loader. */
  public boolean isAllKnown() {
    return unknown.isEmpty() && unreadable.isEmpty();
  }

  /** The form of {@code --json}. */
  public Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("dry_run", true);
    map.put("files", files);
    map.put("bytes", bytes);
    Map<String, Object> byFolder = new LinkedHashMap<>();
    folders.forEach(
        (folder, n) -> {
          Map<String, Long> size = new LinkedHashMap<>();
          size.put("files", n[0]);
          size.put("bytes", n[1]);
          byFolder.put(folder, size);
        });
    map.put("folders", byFolder);
    map.put("by_loader", byLoader);
    map.put("unknown", unknown);
    map.put("unreadable", unreadable);
    map.put("not_announced", notAnnounced);
    return map;
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("%d files, %.1f MB would be announced".formatted(files, bytes / 1e6));
    folders.forEach(
        (folder, n) -> lines.add("  %s: %d files, %.1f MB".formatted(folder, n[0], n[1] / 1e6)));
    lines.add("by loader:");
    byLoader.forEach((loader, n) -> lines.add("  " + loader + ": " + n));
    add(lines, "no loader for", unknown);
    add(lines, "cannot be read", unreadable);
    add(lines, "not announced", notAnnounced);
    return lines;
  }

  private static void add(List<String> lines, String head, List<Map<String, String>> entries) {
    if (!entries.isEmpty()) {
      lines.add(head + ": " + entries.size());
      entries.forEach(e -> lines.add("  " + e.get("file") + ": " + e.get("reason")));
    }
  }
}
