package org.pawprint.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slices laid out by hand: flux, sigma, mask, wavelength, big-endian. */
class SegmentReaderTest {
  private static final int OFFSET = 2881;

  @TempDir Path root;

  private void write(String name, float flux) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(OFFSET + 34);
    bytes.position(OFFSET);
    bytes.putFloat(flux).putFloat(Float.NaN);
    bytes.putFloat(0.5f).putFloat(0.25f);
    bytes.put((byte) 0).put((byte) 1);
    bytes.putDouble(3700.5).putDouble(3701.5);
    Files.write(root.resolve(name), bytes.array());
  }

  @Test
  void readsEveryArrayFromItsPlace() throws IOException {
    write("a.fits", 7);
    try (SegmentReader reader = new SegmentReader(root, 4)) {
      SliceArrays all = reader.read(new SegmentSlice("a.fits", OFFSET, 2, true, true));

      assertThat(all.flux()).containsExactly(7, Float.NaN);
      assertThat(all.sigma()).containsExactly(0.5f, 0.25f);
      assertThat(all.mask()).containsExactly(0, 1);
      assertThat(all.angstrom()).containsExactly(3700.5, 3701.5);
    }
  }

  @Test
  void leavesOutWhatTheLayoutDoesNotHave() throws IOException {
    write("a.fits", 7);
    try (SegmentReader reader = new SegmentReader(root, 4)) {
      SliceArrays few = reader.read(new SegmentSlice("a.fits", OFFSET, 2, false, false));

      assertThat(few.sigma()).isNull();
      assertThat(few.angstrom()).isNull();
      assertThat(few.mask()).hasSize(2);
    }
  }

  @Test
  void keepsNoMoreSegmentsOpenThanAllowed() throws IOException {
    try (SegmentReader reader = new SegmentReader(root, 2)) {
      for (int i = 0; i < 5; i++) {
        write(i + ".fits", i);
        reader.read(new SegmentSlice(i + ".fits", OFFSET, 2, true, true));
        assertThat(reader.openSegments()).isLessThanOrEqualTo(2);
      }
      SliceArrays again = reader.read(new SegmentSlice("0.fits", OFFSET, 2, true, true));
      assertThat(again.flux()[0]).isZero();
    }
  }

  @Test
  void servesManyThreadsThatPushOutEachOthersSegments() throws Exception {
    for (int i = 0; i < 8; i++) {
      write(i + ".fits", i);
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (SegmentReader reader = new SegmentReader(root, 2)) {
      List<Future<Float>> reads = new ArrayList<>();
      for (int i = 0; i < 800; i++) {
        SegmentSlice slice = new SegmentSlice(i % 8 + ".fits", OFFSET, 2, true, true);
        reads.add(threads.submit(() -> reader.read(slice).flux()[0]));
      }
      for (int i = 0; i < reads.size(); i++) {
        assertThat(reads.get(i).get()).isEqualTo(i % 8);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void opensASegmentAgainAfterAnInterruptedReaderClosedIt() throws Exception {
    write("a.fits", 7);
    SegmentSlice slice = new SegmentSlice("a.fits", OFFSET, 2, true, true);
    try (SegmentReader reader = new SegmentReader(root, 2)) {
      reader.read(slice);
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> reader.read(slice)).isInstanceOf(IOException.class);
      assertThat(Thread.interrupted()).isTrue();

      assertThat(reader.read(slice).flux()[0]).isEqualTo(7);
    }
  }

  @Test
  void saysWhatIsWrongWithASliceThatIsNotThere() throws IOException {
    write("a.fits", 7);
    try (SegmentReader reader = new SegmentReader(root, 2)) {
      assertThatThrownBy(() -> reader.read(new SegmentSlice("a.fits", OFFSET, 3, true, true)))
          .isInstanceOf(EOFException.class)
          .hasMessageContaining("a.fits ends before byte " + (OFFSET + 51));
      assertThatThrownBy(() -> reader.read(new SegmentSlice("b.fits", 0, 2, true, true)))
          .isInstanceOf(NoSuchFileException.class);
      assertThatThrownBy(() -> reader.read(new SegmentSlice("../x", 0, 2, true, true)))
          .hasMessageContaining("not inside");
    }
  }
}
