package org.pawprint.standalone.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.pawprint.catalogue.survey.OriginalContent;
import org.pawprint.core.fits.UnreadableFits;

/** Where sound files come from: those that are built in, or a folder's. */
public final class FuzzFixtures {
  private static final String BUNDLED = "/samples/";
  private static final List<String> ENDINGS =
      List.of(".fits", ".fit", ".fts", ".xml", ".vot", ".gz");

  /** Larger ones would make a run of thousands of cases a matter of hours. */
  private static final int MOST_BYTES = 8 << 20;

  private final List<FuzzFixture> fixtures;

  private FuzzFixtures(List<FuzzFixture> fixtures) {
    this.fixtures = List.copyOf(fixtures);
  }

  List<FuzzFixture> all() {
    return fixtures;
  }

  public int count() {
    return fixtures.size();
  }

  /** The real and made files of all surveys that come with Pawprint. */
  public static FuzzFixtures bundled() throws IOException {
    List<FuzzFixture> fixtures = new ArrayList<>();
    String index = new String(resource("index.txt"), StandardCharsets.UTF_8);
    for (String line : index.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      String name = line.strip().split("\\s+", 2)[1];
      if (isSurveyFile(name)) {
        fixture(name, resource(name)).ifPresent(fixtures::add);
      }
    }
    return new FuzzFixtures(fixtures);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = FuzzFixtures.class.getResourceAsStream(BUNDLED + name)) {
      if (in == null) {
        throw new IOException("bundled file " + name + " is missing from the build");
      }
      return in.readAllBytes();
    }
  }

  /**
   * Every FITS file and VOTable below a folder of at most 8 MiB, in the order of their names.
   *
   * @throws IOException when there is none, or no such folder
   */
  public static FuzzFixtures below(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + " is no folder");
    }
    List<FuzzFixture> fixtures = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      if (isSurveyFile(file.toString()) && Files.size(file) <= MOST_BYTES) {
        fixture(folder.relativize(file).toString(), Files.readAllBytes(file))
            .ifPresent(fixtures::add);
      }
    }
    if (fixtures.isEmpty()) {
      throw new IOException("no readable FITS file or VOTable of at most 8 MiB below " + folder);
    }
    return new FuzzFixtures(fixtures);
  }

  private static boolean isSurveyFile(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(lower::endsWith);
  }

  /** Empty for what is no sound file: there is nothing left to damage. */
  private static Optional<FuzzFixture> fixture(String name, byte[] content) throws IOException {
    byte[] plain = expanded(content);
    try {
      return Optional.of(
          OriginalContent.of(plain, name) instanceof OriginalContent.VoTable
              ? new FuzzFixture.VoTable(name, new String(plain, StandardCharsets.ISO_8859_1))
              : new FuzzFixture.Fits(name, FitsParts.of(plain)));
    } catch (UnreadableFits e) {
      return Optional.empty();
    }
  }

  private static byte[] expanded(byte[] content) throws IOException {
    boolean gzip = content.length > 1 && content[0] == 0x1f && content[1] == (byte) 0x8b;
    if (!gzip) {
      return content;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return in.readNBytes(MOST_BYTES);
    }
  }
}
