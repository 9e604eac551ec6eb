package org.pawprint.standalone.fidelity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.pawprint.embedded.Folders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads every file below a folder and lets specutils, in a Python of the machine, read the same
 * files: wavelength, flux and uncertainty of every spectrum are compared, and both are timed.
 */
public final class FidelityCheck {
  private static final String SCRIPT = "compare.py";
  private static final List<String> ENDINGS =
      List.of(".fits", ".fit", ".fts", ".fits.gz", ".fit.gz");

  private final Path python;
  private final BiConsumer<Long, Long> progress;
  private final JsonMapper json = JsonMapper.builder().build();

  /**
   * @param python an interpreter that has specutils
   * @param progress receives files loaded, and how many there are
   */
  public FidelityCheck(Path python, BiConsumer<Long, Long> progress) {
    this.python = python;
    this.progress = progress;
  }

  /**
   * The comparison's report, as the script prints it.
   *
   * @throws IOException when a file or the interpreter cannot be used
   */
  public JsonNode run(Path folder) throws IOException {
    Path work = Files.createTempDirectory("pawprint-fidelity-");
    try {
      List<Path> files = files(folder);
      LoadedDump dump = new LoadedDump(work);
      dump.warmUp(files);
      List<Map<String, Object>> described = new ArrayList<>();
      for (Path file : files) {
        described.add(dump.describe(file));
        progress.accept((long) described.size(), (long) files.size());
      }
      Path index = work.resolve("index.json");
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("files", described);
      Files.write(index, json.writeValueAsBytes(all));
      return json.readTree(compare(work, index));
    } finally {
      Folders.delete(work);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).filter(FidelityCheck::isFits).sorted().toList();
    }
  }

  private static boolean isFits(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  private byte[] compare(Path work, Path index) throws IOException {
    Path script = work.resolve(SCRIPT);
    try (InputStream source = FidelityCheck.class.getResourceAsStream(SCRIPT)) {
      if (source == null) {
        throw new IllegalStateException("no " + SCRIPT + " beside " + FidelityCheck.class);
      }
      Files.copy(source, script);
    }
    Path report = work.resolve("report.json");
    Process process =
        new ProcessBuilder(
                python.toString(), script.toString(), index.toString(), report.toString())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("said.txt").toFile())
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(
            python + " failed: " + last(Files.readString(work.resolve("said.txt"))));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
      throw new IOException("interrupted", e);
    }
    return Files.readAllBytes(report);
  }

  private static String last(String said) {
    int length = said.length();
    return said.substring(Math.max(0, length - 2000)).strip();
  }
}
