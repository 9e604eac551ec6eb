package org.pawprint.standalone.reconcile;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pawprint.standalone.archive.BareFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A publisher's list of reductions: lines of JSON objects, or CSV with a line of names first. A
 * file whose digest is not given is read for it, where it can be.
 */
public final class Manifest {
  private static final Set<String> FIELDS =
      Set.of(
          "reduction_id",
          "collection",
          "version",
          "sha256",
          "file",
          "time",
          "data_rights",
          "release_date");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path path;
  private final Path folder;

  private Manifest(Path path) {
    this.path = path;
    this.folder = path.toAbsolutePath().resolveSibling("").normalize();
  }

  /**
   * @throws IOException when it cannot be read; the message names line and field
   */
  public static List<ManifestEntry> read(Path path) throws IOException {
    return new Manifest(path).entries();
  }

  private List<ManifestEntry> entries() throws IOException {
    List<ManifestEntry> entries = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      List<String> names = List.of();
      int number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        String text = number == 1 ? line.replace("\uFEFF", "") : line;
        if (text.isBlank()) {
          continue;
        }
        if (text.stripLeading().startsWith("{")) {
          entries.add(entry(number, object(number, text)));
        } else if (names.isEmpty()) {
          names = header(number, text);
        } else {
          entries.add(entry(number, values(number, names, CsvLine.fields(text))));
        }
      }
    }
    if (entries.isEmpty()) {
      throw new IOException(path + " lists no reductions");
    }
    return entries;
  }

  private Map<String, String> object(int line, String text) throws IOException {
    try {
      Map<String, String> values = new HashMap<>();
      for (Map.Entry<String, JsonNode> field : JSON.readTree(text).properties()) {
        if (field.getValue().isValueNode() && !field.getValue().isNull()) {
          values.put(field.getKey(), field.getValue().asString());
        }
      }
      return values;
    } catch (JacksonException e) {
      throw fault(line, "no JSON object: " + e.getOriginalMessage());
    }
  }

  private List<String> header(int line, String text) throws IOException {
    List<String> names =
        CsvLine.fields(text).stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    if (!names.contains("collection")) {
      throw fault(
          line,
          "expected JSON objects, or a line of names with collection among "
              + new TreeSet<>(FIELDS));
    }
    return names;
  }

  private Map<String, String> values(int line, List<String> names, List<String> fields)
      throws IOException {
    if (fields.size() != names.size()) {
      throw fault(line, fields.size() + " fields, expected " + names.size());
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), fields.get(i));
    }
    return values;
  }

  private ManifestEntry entry(int line, Map<String, String> values) throws IOException {
    ManifestEntry entry =
        new ManifestEntry(
            line,
            given(values, "collection").orElseThrow(() -> fault(line, "no collection")),
            given(values, "reduction_id"),
            version(line, given(values, "version")),
            digest(line, given(values, "sha256")),
            given(values, "file").map(folder::resolve),
            given(values, "time"),
            given(values, "data_rights"),
            given(values, "release_date"));
    Optional<Path> readable = entry.file().filter(Files::isReadable);
    if (entry.sha256().isEmpty() && readable.isPresent()) {
      return entry.with(BareFile.of(readable.get()).sha256().hex());
    }
    if (entry.key().isEmpty()) {
      throw fault(line, "neither reduction_id nor sha256, and no file that can be read");
    }
    return entry;
  }

  private static Optional<String> given(Map<String, String> values, String field) {
    return Optional.ofNullable(values.get(field)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private Optional<Long> version(int line, Optional<String> text) throws IOException {
    try {
      return text.map(Long::parseLong);
    } catch (NumberFormatException e) {
      throw fault(line, "version '" + text.orElse("") + "' is no whole number");
    }
  }

  private Optional<String> digest(int line, Optional<String> text) throws IOException {
    Optional<String> digest = text.map(sha -> sha.toLowerCase(Locale.ROOT));
    if (digest.isPresent() && !digest.get().matches("[0-9a-f]{64}")) {
      throw fault(line, "sha256 '" + digest.get() + "' is not 64 hexadecimal digits");
    }
    return digest;
  }

  private IOException fault(int line, String what) {
    return new IOException(path + ", line " + line + ": " + what);
  }
}
