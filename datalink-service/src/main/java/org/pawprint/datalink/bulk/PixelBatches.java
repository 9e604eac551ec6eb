package org.pawprint.datalink.bulk;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.pawprint.store.file.SegmentReader;
import org.pawprint.store.file.SegmentSlice;
import org.springframework.stereotype.Component;

/**
 * Reads the numbers of many spectra, a batch at a time: within a batch in the order in which they
 * lie on the disk, given out in the order of the request.
 */
@Component
final class PixelBatches {
  private static final int MOST_SPECTRA = 200;
  private static final long MOST_BYTES = 16L << 20;

  private static final Comparator<SegmentSlice> ON_DISK =
      Comparator.comparing(SegmentSlice::segment).thenComparingLong(SegmentSlice::offset);

  private final SegmentReader segments;

  PixelBatches(SegmentReader segments) {
    this.segments = segments;
  }

  /** Takes a batch. */
  @FunctionalInterface
  interface Receiver {
    /** Both lists have one order and length. */
    void accept(List<Wanted> batch, List<RawPixels> pixels) throws IOException;
  }

  /** Takes one spectrum. */
  @FunctionalInterface
  interface SingleReceiver {
    void accept(Wanted wanted, RawPixels pixels) throws IOException;
  }

  /**
   * @throws StoreFailure when a segment cannot be read
   * @throws IOException from the receiver
   */
  void forEach(List<Wanted> wanted, SingleReceiver receiver) throws IOException {
    forEachBatch(
        wanted,
        (batch, pixels) -> {
          for (int i = 0; i < batch.size(); i++) {
            receiver.accept(batch.get(i), pixels.get(i));
          }
        });
  }

  /**
   * @throws StoreFailure when a segment cannot be read
   * @throws IOException from the receiver
   */
  void forEachBatch(List<Wanted> wanted, Receiver receiver) throws IOException {
    int from = 0;
    while (from < wanted.size()) {
      int to = from;
      long bytes = 0;
      while (to < wanted.size()
          && to - from < MOST_SPECTRA
          && (to == from || bytes + wanted.get(to).mostBytes() <= MOST_BYTES)) {
        bytes += wanted.get(to++).mostBytes();
      }
      List<Wanted> batch = wanted.subList(from, to);
      receiver.accept(batch, read(batch));
      from = to;
    }
  }

  private List<RawPixels> read(List<Wanted> batch) {
    RawPixels[] pixels = new RawPixels[batch.size()];
    IntStream.range(0, pixels.length)
        .boxed()
        .sorted(Comparator.comparing(i -> batch.get(i).slice(), ON_DISK))
        .forEach(i -> pixels[i] = batch.get(i).answered(read(batch.get(i).slice())));
    return List.of(pixels);
  }

  private RawPixels read(SegmentSlice slice) {
    try {
      return new RawPixels(segments.bytes(slice), slice);
    } catch (IOException e) {
      throw new StoreFailure(e);
    }
  }
}
