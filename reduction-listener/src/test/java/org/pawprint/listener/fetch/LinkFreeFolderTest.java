package org.pawprint.listener.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkFreeFolderTest {
  private static final int TRIES = 3000;
  private static final byte INSIDE = 'i';
  private static final byte SECRET = 's';

  @TempDir Path folder;

  private Path root;
  private Path secret;

  @BeforeEach
  void lay() throws IOException {
    root = Files.createDirectories(folder.resolve("root/a")).resolveSibling("").normalize();
    Path outside = Files.createDirectory(folder.resolve("outside"));
    secret = Files.write(outside.resolve("x.fits"), new byte[] {SECRET});
  }

  @Test
  void readsAFileBelowTheFolderEvenIfTheFolderIsALink() throws Exception {
    Files.write(root.resolve("a/x.fits"), new byte[] {INSIDE});
    Path link = Files.createSymbolicLink(folder.resolve("link"), root);

    assertThat(read(root, "a/x.fits")).isEqualTo(INSIDE);
    assertThat(read(link, "a/x.fits")).isEqualTo(INSIDE);
  }

  @Test
  void saysThatAFileIsNotThere() {
    assertThatThrownBy(() -> read(root, "a/none.fits")).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> read(root, "b/none.fits")).isInstanceOf(NoSuchFileException.class);
  }

  /** Another process swaps file and link all the time: the link's target is never read. */
  @Test
  void neverReadsThroughALinkSwappedIn() throws Exception {
    Path file = root.resolve("a/x.fits");
    Path real = folder.resolve("real");
    swapWhileReading(
        () -> {
          Files.write(real, new byte[] {INSIDE});
          Files.move(real, file, StandardCopyOption.ATOMIC_MOVE);
          Files.move(
              Files.createSymbolicLink(folder.resolve("fake"), secret),
              file,
              StandardCopyOption.ATOMIC_MOVE);
        });
  }

  /** Likewise a directory on the way. */
  @Test
  void neverReadsThroughADirectorySwappedIn() throws Exception {
    Path directory = root.resolve("a");
    Path aside = root.resolve("aside");
    Files.write(directory.resolve("x.fits"), new byte[] {INSIDE});
    swapWhileReading(
        () -> {
          Files.move(directory, aside);
          Files.createSymbolicLink(directory, secret.resolveSibling("").normalize());
          Files.delete(directory);
          Files.move(aside, directory);
        });
  }

  private void swapWhileReading(Swap swap) throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    AtomicBoolean enough = new AtomicBoolean();
    Future<?> swapping =
        other.submit(
            () -> {
              while (!enough.get()) {
                swap.once();
              }
              return null;
            });
    int inside = 0;
    try {
      for (int i = 0; i < TRIES; i++) {
        try {
          byte found = read(root, "a/x.fits");
          assertThat(found).isNotEqualTo(SECRET);
          inside++;
        } catch (IOException | UnfitSource refused) {
          assertThat(refused.getMessage()).isNotNull();
        }
      }
    } finally {
      enough.set(true);
      swapping.get();
      other.shutdown();
    }
    assertThat(inside).as("tries that met the file itself").isPositive();
  }

  private interface Swap {
    void once() throws IOException;
  }

  private static byte read(Path folder, String file) throws IOException, UnfitSource {
    try (SeekableByteChannel channel = LinkFreeFolder.open(folder, Path.of(file))) {
      ByteBuffer one = ByteBuffer.allocate(1);
      channel.read(one);
      return one.get(0);
    }
  }
}
