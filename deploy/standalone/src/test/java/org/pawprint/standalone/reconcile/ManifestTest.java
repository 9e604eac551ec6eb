package org.pawprint.standalone.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
  private static final String SHA = "ab".repeat(32);

  /** sha256sum of "abc", FIPS 180-2 appendix B.1. */
  private static final String SHA_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  private List<ManifestEntry> read(String text) throws IOException {
    return Manifest.read(Files.writeString(folder.resolve("list"), text));
  }

  @Test
  void readsLinesOfJson() throws Exception {
    List<ManifestEntry> entries =
        read(
            """
            {"reduction_id": "r1", "collection": "c", "version": 2, "sha256": "%s"}

            {"reduction_id": "r2", "collection": "c", "note": "ours", "file": "r2.fits", "version": null}
            """
                .formatted(SHA.toUpperCase(Locale.ROOT)));

    assertThat(entries).hasSize(2);
    assertThat(entries.get(0).reductionId()).contains("r1");
    assertThat(entries.get(0).version()).contains(2L);
    assertThat(entries.get(0).sha256()).contains(SHA);
    assertThat(entries.get(1).version()).isEmpty();
    assertThat(entries.get(1).file()).contains(folder.resolve("r2.fits"));
    assertThat(entries.get(1).line()).isEqualTo(3);
  }

  @Test
  void readsCsvWithQuotesAndOtherColumns() throws Exception {
    List<ManifestEntry> entries =
        read(
            "\uFEFFcollection,Reduction_ID,remark,version\nc,\"r,1\",\"says \"\"hi\"\"\",3\nc,r2,,\n");

    assertThat(entries).extracting(ManifestEntry::key).containsExactly("r,1", "r2");
    assertThat(entries)
        .extracting(ManifestEntry::version)
        .containsExactly(Optional.of(3L), Optional.empty());
  }

  @Test
  void readsAFileForTheDigestThatIsNotGiven() throws Exception {
    Files.writeString(folder.resolve("a.fits"), "abc");

    List<ManifestEntry> entries = read("{\"collection\": \"c\", \"file\": \"a.fits\"}\n");

    assertThat(entries.get(0).sha256()).contains(SHA_OF_ABC);
    assertThat(entries.get(0).key()).isEqualTo("file:" + SHA_OF_ABC);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"reduction_id\": \"r\"}                            | line 1: no collection",
        "{\"collection\": \"c\"}                              | line 1: neither reduction_id nor sha256",
        "{\"collection\": \"c\", \"file\": \"gone.fits\"} | line 1: neither reduction_id nor sha256",
        "{\"collection\": \"c\", \"sha256\": \"12\"}      | line 1: sha256 '12' is not 64",
        "{\"collection\": \"c\", \"reduction_id\": \"r\", \"version\": \"two\"} | line 1: version 'two'",
        "{\"collection\": \"c\",                              | line 1: no JSON object",
        "reduction,size                                           | line 1: expected JSON objects",
        "collection,reduction_id/c                                | line 2: 1 fields, expected 2",
        "/                                                        | lists no reductions"
      })
  void namesTheLineOfAFault(String text, String reason) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(text.replace('/', '\n') + "\n"))
        .withMessageContaining(reason);
  }
}
