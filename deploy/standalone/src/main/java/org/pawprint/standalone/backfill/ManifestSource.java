package org.pawprint.standalone.backfill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pawprint.core.identifier.Sha256;

/**
 * The files that a text names, one a line: a path or {@code file:} URI, then, if wanted, its
 * SHA-256 and its size in bytes, separated by commas. Empty lines, those that begin with {@code #}
 * and a line of headings are left out; a path is relative to the manifest's folder.
 */
final class ManifestSource implements FileSource {
  private static final Pattern HEADINGS =
      Pattern.compile("(?i)\\s*\"?(path|uri|file|name|filename)\"?\\s*(,.*)?");
  private static final Pattern FIELD =
      Pattern.compile("\\s*(?:\"((?:[^\"]|\"\")*)\"|([^,]*))\\s*(?:,|$)");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");

  private final Path folder;
  private final BufferedReader lines;
  private final long count;
  private long number;

  ManifestSource(Path manifest) throws IOException {
    this.folder = manifest.toAbsolutePath().normalize().resolveSibling("").normalize();
    try (Stream<String> all = Files.lines(manifest)) {
      this.count = all.filter(ManifestSource::namesAFile).count();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof MalformedInputException) {
        throw new IOException(manifest + " is neither folder, tar, survey file nor text", e);
      }
      throw e.getCause();
    }
    this.lines = Files.newBufferedReader(manifest);
  }

  private static boolean namesAFile(String line) {
    return !line.isBlank() && !line.startsWith("#") && !HEADINGS.matcher(line).matches();
  }

  @Override
  public Optional<Found> next() throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (namesAFile(line)) {
        return Optional.of(found(Long.toString(number), fields(line)));
      }
    }
    return Optional.empty();
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    Matcher field = FIELD.matcher(line);
    while (field.find() && (field.end() > field.start() || fields.isEmpty())) {
      String quoted = field.group(1);
      fields.add(quoted != null ? quoted.replace("\"\"", "\"") : field.group(2).strip());
    }
    return fields;
  }

  private Found found(String place, List<String> fields) throws IOException {
    String name = fields.get(0);
    Optional<String> digest = field(fields, 1);
    Optional<String> size = field(fields, 2);
    if (digest.filter(d -> !DIGEST.matcher(d).matches()).isPresent()) {
      return parked(place, name, "'" + digest.get() + "' is no SHA-256 of 64 hexadecimal digits");
    }
    if (size.filter(s -> !s.matches("\\d{1,15}")).isPresent()) {
      return parked(place, name, "'" + size.get() + "' is no size in bytes");
    }
    Optional<Path> file = file(name);
    if (file.isEmpty()) {
      return parked(place, name, "neither a path nor a file: URI");
    }
    Found found =
        Candidates.onDisk(
            place, name, file.get(), digest.map(d -> new Sha256(d.toLowerCase(Locale.ROOT))));
    if (found instanceof Found.OnDisk there && size.isPresent()) {
      long expected = Long.parseLong(size.get());
      return expected == there.bytes()
          ? there
          : parked(
              place, name, "has %d bytes, the manifest says %d".formatted(there.bytes(), expected));
    }
    // What a manifest names was meant to be catalogued.
    return found instanceof Found.Aside aside ? parked(place, name, aside.reason()) : found;
  }

  private static Found parked(String place, String name, String reason) {
    return new Found.Aside(place, name, true, reason);
  }

  private static Optional<String> field(List<String> fields, int index) {
    return index < fields.size()
        ? Optional.of(fields.get(index)).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  private Optional<Path> file(String name) {
    try {
      if (name.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
        URI uri = URI.create(name);
        return "file".equalsIgnoreCase(uri.getScheme())
            ? Optional.of(Path.of(uri))
            : Optional.empty();
      }
      return Optional.of(folder.resolve(name).normalize());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public void startAfter(String place) throws IOException {
    long until = Long.parseLong(place);
    while (number < until && lines.readLine() != null) {
      number++;
    }
  }

  @Override
  public long expected(long found) {
    return Math.max(count, found);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
