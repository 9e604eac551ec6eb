package org.pawprint.standalone.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pawprint.standalone.reconcile.Comparison.Gap;

class ComparisonTest {
  private static final String A = "a".repeat(64);
  private static final String B = "b".repeat(64);

  private static ManifestEntry listed(String id, Long version, String sha256) {
    return new ManifestEntry(
        1,
        "c",
        Optional.of(id),
        Optional.of(version).filter(v -> v > 0),
        Optional.of(sha256).filter(s -> !s.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static HeldReduction held(String key, long version, String sha256, String state) {
    return new HeldReduction("urn:a", "c", key, Optional.of(version), sha256, state);
  }

  @Test
  void agreesByIdAloneByVersionAndByDigest() {
    Comparison comparison =
        new Comparison(
            List.of(listed("r1", 0L, ""), listed("r2", 2L, ""), listed("r3", 0L, B)),
            List.of(
                held("r1", 5, A, "newest"),
                held("r2", 2, A, "superseded"),
                held("r2", 3, A, "newest"),
                held("r3", 1, B, "newest")));

    assertThat(comparison.agrees()).isTrue();
    assertThat(comparison.lines()).containsExactly("c: 3 listed, 3 in the catalogue, 3 agree");
  }

  @Test
  void tellsMissingFromDiffering() {
    Comparison comparison =
        new Comparison(
            List.of(listed("gone", 1L, A), listed("newer", 3L, A), listed("other", 1L, B)),
            List.of(held("newer", 2, A, "newest"), held("other", 1, A, "newest")));

    assertThat(comparison.gaps())
        .extracting(g -> g.entry().key())
        .containsExactly("gone", "newer", "other");
    assertThat(comparison.gaps().stream().map(Gap::held).map(List::size)).containsExactly(0, 1, 1);
    assertThat(comparison.lines())
        .contains(
            "c: 3 listed, 2 in the catalogue, 0 agree",
            "  missing   c gone version 1",
            "  differing c newer version 3: the catalogue has version 2, sha256 aaaaaaaaaaaa");
  }

  @Test
  void findsWhatThePublisherDoesNotList() {
    Comparison comparison =
        new Comparison(
            List.of(listed("r1", 0L, "")),
            List.of(
                held("r1", 1, A, "newest"),
                held("unknown", 1, B, "newest"),
                held("old", 1, B, "superseded")));

    assertThat(comparison.gaps()).isEmpty();
    assertThat(comparison.agrees()).isFalse();
    assertThat(comparison.lines()).contains("  extra     c unknown");
    assertThat(comparison.lines()).noneMatch(line -> line.contains("old"));
  }

  @Test
  void whatAnOperatorWithdrewIsNoGap() {
    Comparison comparison =
        new Comparison(List.of(listed("r1", 1L, A)), List.of(held("r1", 1, A, "withdrawn")));

    assertThat(comparison.agrees()).isTrue();
    assertThat(comparison.lines()).contains("  withdrawn c r1 version 1");
  }

  @Test
  void findsTheFilesOfAReductionThatHasSeveral() {
    Comparison comparison =
        new Comparison(
            List.of(listed("r1", 1L, A), listed("r1", 1L, B)),
            List.of(held("r1#blue.fits", 1, A, "newest"), held("r1#red.fits", 1, B, "newest")));

    assertThat(comparison.agrees()).isTrue();
  }
}
