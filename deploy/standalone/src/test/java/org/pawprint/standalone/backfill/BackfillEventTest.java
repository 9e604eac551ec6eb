package org.pawprint.standalone.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.pawprint.standalone.backfill.BackfillEvent.Product;

class BackfillEventTest {
  private static final Optional<String> NONE = Optional.empty();

  @Test
  void theSameFilesAreTheSameEvent() {
    BackfillEvent event = new BackfillEvent(NONE, List.of(file("a", 1, "x"), file("b", 2, "y")));

    assertThat(event.id())
        .isEqualTo(new BackfillEvent(NONE, List.of(file("a", 1, "x"), file("b", 2, "y"))).id())
        .isNotEqualTo(new BackfillEvent(NONE, List.of(file("a", 1, "z"), file("b", 2, "y"))).id())
        .isNotEqualTo(new BackfillEvent(NONE, List.of(file("a", 1, "x"))).id())
        .isNotEqualTo(new BackfillEvent(Optional.of("gama"), event.products()).id())
        .hasSizeLessThanOrEqualTo(256);
  }

  @Test
  void aBatchOfLongNamesStaysWithinWhatTheLedgerKeeps() {
    Batch batch = new Batch(BackfillEvent.MOST_FILES);
    List<Product> products = new ArrayList<>();
    String folder = "deep/".repeat(120);
    Product product = file(folder, 50_000, "t");
    int uriLength = product.uri().toString().length();
    while (batch.hasRoom(product.bytes(), uriLength)) {
      batch.add("n", product.bytes(), uriLength, CompletableFuture.completedFuture(product));
      products.add(product);
    }

    assertThat(products).hasSizeBetween(200, 499);
    assertThat(new BackfillEvent(NONE, products).json()).hasSizeLessThan(256 * 1024);
  }

  @Test
  void aBatchHoldsAtMost500FilesAnd64Megabytes() {
    assertThat(filled(1000)).isEqualTo(500);
    assertThat(filled(1 << 20)).isEqualTo(64);
    assertThat(filled(100 << 20)).as("one that alone is too large").isEqualTo(1);
  }

  private static int filled(long bytes) {
    Batch batch = new Batch(BackfillEvent.MOST_FILES);
    int files = 0;
    while (batch.hasRoom(bytes, 60)) {
      batch.add("n", bytes, 60, CompletableFuture.completedFuture(file("a", bytes, "t")));
      files++;
    }
    return files;
  }

  @Test
  void reasonsAreCountedByKindAndNotByFile() {
    Failures failures = new Failures();
    assertThat(failures.text()).isEmpty();

    failures.add(
        Map.of(
            "a.fits: no survey loader knows a file like this", 1L,
            "b.fits: no survey loader knows a file like this", 1L,
            "'file:///x/c.fits' is not there", 1L));

    assertThat(failures.text())
        .isEqualTo("3 parked (2 × no survey loader knows a file like this; 1 × '…' is not there)");
  }

  @Test
  void aSlowPaceMakesSmallBatches() {
    assertThat(new Pace(0).batchFiles()).isEqualTo(500);
    assertThat(new Pace(20).batchFiles()).isEqualTo(20);
    assertThat(new Pace(0.5).batchFiles()).isEqualTo(1);
    assertThat(new Pace(10_000).batchFiles()).isEqualTo(500);
  }

  private static Product file(String name, long bytes, String stamp) {
    return new Product(
        URI.create("file:///survey/" + name + ".fits"), bytes, Optional.empty(), stamp);
  }
}
