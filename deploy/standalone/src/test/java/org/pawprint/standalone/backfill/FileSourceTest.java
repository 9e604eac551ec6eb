package org.pawprint.standalone.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {
  private static final byte[] FITS =
      "SIMPLE  =                    T".getBytes(StandardCharsets.US_ASCII);
  private static final String ZEROS = "0".repeat(64);

  @TempDir Path folder;

  @Test
  void aFolderGivesItsFilesInTheOrderOfNamesLevelByLevel() throws Exception {
    for (String name : List.of("b/2.fits", "b/10.fits", "a.fits", "c.fit.gz", "b/d/x.fits")) {
      write(name, FITS);
    }

    assertThat(names(folder, Optional.empty()))
        .containsExactly("a.fits", "b/10.fits", "b/2.fits", "b/d/x.fits", "c.fit.gz");
  }

  @Test
  void aFolderGoesOnAfterEveryOneOfItsPlaces() throws Exception {
    for (String name : List.of("a.fits", "b/1.fits", "b/d/x.fits", "b/z.fits", "c.fits")) {
      write(name, FITS);
    }
    List<String> all = names(folder, Optional.empty());

    for (int i = 0; i < all.size(); i++) {
      assertThat(names(folder, Optional.of(all.get(i))))
          .as("after " + all.get(i))
          .isEqualTo(all.subList(i + 1, all.size()));
    }
    Files.delete(folder.resolve("b/d/x.fits"));
    assertThat(names(folder, Optional.of("b/d/x.fits")))
        .as("after a file that is gone")
        .containsExactly("b/z.fits", "c.fits");
  }

  @Test
  void readMesAndLinksAreNamedAndNotAnnounced() throws Exception {
    write("README.txt", "about".getBytes(StandardCharsets.UTF_8));
    write("spectrum.dat", FITS);
    write("packed", gzip(FITS));
    write("table", "<?xml version='1.0'?><VOTABLE/>".getBytes(StandardCharsets.UTF_8));
    Files.createSymbolicLink(folder.resolve("elsewhere.fits"), folder.resolve("spectrum.dat"));
    Files.createSymbolicLink(folder.resolve("loop"), folder);

    List<Found> found = found(folder, Optional.empty());

    assertThat(found)
        .filteredOn(Found.OnDisk.class::isInstance)
        .extracting(Found::name)
        .containsExactly("packed", "spectrum.dat", "table");
    assertThat(found)
        .filteredOn(Found.Aside.class::isInstance)
        .extracting(Found::name)
        .containsExactly("README.txt", "elsewhere.fits", "loop");
    assertThat(found)
        .filteredOn(Found.Aside.class::isInstance)
        .noneMatch(aside -> ((Found.Aside) aside).parked());
  }

  @Test
  void aTarGivesRegularFilesOnlyWhateverTheirNames() throws Exception {
    Path tar = folder.resolve("release.tar.gz");
    try (TarArchiveOutputStream out =
        new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(tar)))) {
      entry(out, "dr1/", new byte[0]);
      entry(out, "dr1/one.fits", FITS);
      entry(out, "../../../../etc/evil.fits", FITS);
      entry(out, "dr1/notes.txt", "notes".getBytes(StandardCharsets.UTF_8));
      TarArchiveEntry link = new TarArchiveEntry("dr1/link.fits", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      out.putArchiveEntry(link);
      out.closeArchiveEntry();
      entry(out, "dr1/unnamed", FITS);
    }

    List<Found> found = found(tar, Optional.empty());

    assertThat(found)
        .filteredOn(Found.InTar.class::isInstance)
        .extracting(Found::name)
        .contains("dr1/one.fits", "dr1/unnamed")
        .hasSize(3);
    assertThat(found)
        .filteredOn(Found.Aside.class::isInstance)
        .extracting(Found::name)
        .containsExactly("dr1/notes.txt", "dr1/link.fits");
    assertThat(names(tar, Optional.of(found.get(1).place())))
        .containsExactlyElementsOf(found.subList(2, 5).stream().map(Found::name).toList());
  }

  @Test
  void namesOfTarEntriesBecomePlainNamesInTheInbox() {
    assertThat(Uploads.plain("../../../../etc/evil.fits")).isEqualTo("evil.fits");
    assertThat(Uploads.plain("dr1/star 7;rm.fits")).isEqualTo("star_7_rm.fits");
    assertThat(Uploads.plain("dr1/.hidden.fits")).isEqualTo("f.hidden.fits");
    assertThat(Uploads.plain("x".repeat(300) + ".fits.gz")).hasSize(200).endsWith(".fits.gz");
  }

  @Test
  void aManifestNamesPathsUrisDigestsAndSizes() throws Exception {
    Path one = write("data/one.fits", FITS);
    Path two = write("data/two, really.fits", FITS);
    Path list =
        write(
            "list.csv",
            String.join(
                    "\n",
                    "path,sha256,size",
                    "# a comment",
                    "",
                    "data/one.fits",
                    "\"data/two, really.fits\",," + FITS.length,
                    one.toUri() + "," + ZEROS.toUpperCase(Locale.ROOT))
                .getBytes(StandardCharsets.UTF_8));

    List<Found> found = found(list, Optional.empty());

    assertThat(found).hasSize(3).allMatch(Found.OnDisk.class::isInstance);
    assertThat(((Found.OnDisk) found.get(1)).file()).isEqualTo(two);
    assertThat(((Found.OnDisk) found.get(2)).file()).isEqualTo(one);
    assertThat(((Found.OnDisk) found.get(2)).sha256().map(Object::toString)).contains(ZEROS);
    assertThat(names(list, Optional.of(found.get(0).place()))).hasSize(2);
  }

  @Test
  void whatAManifestSaysWrongIsParkedWithItsReason() throws Exception {
    write("there.fits", FITS);
    Path list =
        write(
            "list.txt",
            String.join(
                    "\n",
                    "gone.fits",
                    "there.fits,abc",
                    "there.fits,,12",
                    "there.fits,,many",
                    "https://example.org/spectrum.fits",
                    "list.txt")
                .getBytes(StandardCharsets.UTF_8));

    List<Found> found = found(list, Optional.empty());

    assertThat(found).hasSize(6).allMatch(f -> f instanceof Found.Aside a && a.parked());
    assertThat(found.stream().map(f -> ((Found.Aside) f).reason()))
        .containsExactly(
            "is not there",
            "'abc' is no SHA-256 of 64 hexadecimal digits",
            "has 30 bytes, the manifest says 12",
            "'many' is no size in bytes",
            "neither a path nor a file: URI",
            Candidates.NO_CANDIDATE);
  }

  @Test
  void aFileThatIsNothingOfTheseIsRefusedInWords() throws Exception {
    Path picture = write("picture.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff, 0});

    assertThatThrownBy(() -> FileSource.of(picture))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("neither folder, tar, survey file nor text");
    assertThatThrownBy(() -> FileSource.of(folder.resolve("nothing")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot read");
  }

  private Path write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.write(file, content);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  private static void entry(TarArchiveOutputStream out, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    entry.setSize(content.length);
    out.putArchiveEntry(entry);
    out.write(content);
    out.closeArchiveEntry();
  }

  private static List<String> names(Path what, Optional<String> after) throws IOException {
    return found(what, after).stream().map(Found::name).toList();
  }

  private static List<Found> found(Path what, Optional<String> after) throws IOException {
    List<Found> found = new ArrayList<>();
    try (FileSource source = FileSource.of(what)) {
      if (after.isPresent()) {
        source.startAfter(after.get());
      }
      for (Optional<Found> next = source.next(); next.isPresent(); next = source.next()) {
        found.add(next.get());
      }
    }
    return found;
  }
}
