package org.pawprint.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pawprint.core.identifier.Sha256;

class OriginalStoreTest {
  /** FIPS 180-2 appendix B.1: the digest of "abc". */
  private static final Sha256 ABC =
      new Sha256("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

  private static final byte[] BYTES = "abc".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  private OriginalStore store;

  @BeforeEach
  void open() {
    store = new OriginalStore(folder.resolve("originals"));
  }

  @Test
  void keepsAFileUnderItsDigest() throws Exception {
    try (OriginalDraft draft = store.copy(source(BYTES), 100)) {
      assertThat(draft.sha256()).isEqualTo(ABC);
      assertThat(draft.bytes()).isEqualTo(3);
      assertThat(store.holds(ABC)).isFalse();
      draft.keep();
    }

    assertThat(store.path(ABC))
        .isEqualTo(folder.resolve("originals/ba/78").resolve(ABC.hex()))
        .hasBinaryContent(BYTES);
    assertThat(store.bytes(ABC)).isEqualTo(3);
    assertThat(files()).containsExactly("ba/78/" + ABC.hex());
    try (var channel = store.open(ABC)) {
      assertThat(channel.size()).isEqualTo(3);
    }
  }

  @Test
  void discardsWhatIsNotKept() throws Exception {
    store.copy(source(BYTES), 100).close();

    assertThat(files()).isEmpty();
    assertThatThrownBy(() -> store.bytes(ABC)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aRepeatLeavesTheFileAsItIs() throws Exception {
    keep(BYTES);
    FileTime before = Files.getLastModifiedTime(store.path(ABC));
    Object inode = Files.getAttribute(store.path(ABC), "unix:ino");

    keep(BYTES);

    assertThat(Files.getAttribute(store.path(ABC), "unix:ino")).isEqualTo(inode);
    assertThat(Files.getLastModifiedTime(store.path(ABC))).isEqualTo(before);
    assertThat(files()).hasSize(1);
  }

  @Test
  void repairsAFileOfTheWrongSize() throws Exception {
    keep(BYTES);
    Files.write(store.path(ABC), new byte[1]);

    keep(BYTES);

    assertThat(store.path(ABC)).hasBinaryContent(BYTES);
  }

  @Test
  void copiesMoreThanOneBuffer() throws Exception {
    byte[] large = new byte[(5 << 19) + 17];
    for (int i = 0; i < large.length; i++) {
      large[i] = (byte) (i * 31);
    }

    Sha256 sha = keep(large);

    assertThat(sha).isEqualTo(Sha256.of(large));
    assertThat(store.path(sha)).hasBinaryContent(large);
  }

  @Test
  void stopsSoonAfterTheLimit() throws Exception {
    try (OriginalDraft draft = store.copy(endless(), 10)) {
      assertThat(draft.bytes()).isGreaterThan(10).isLessThan(3 << 20);
    }
  }

  @Test
  void tellsItsOwnFailureFromTheSources() throws Exception {
    Files.write(folder.resolve("originals"), BYTES);
    assertThatThrownBy(() -> store.copy(source(BYTES), 10)).isInstanceOf(StoreWriteFailure.class);
    assertThatThrownBy(() -> store.probe()).isInstanceOf(StoreWriteFailure.class);

    OriginalStore other = new OriginalStore(folder.resolve("other"));
    assertThatThrownBy(() -> other.copy(broken(), 10))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(StoreWriteFailure.class);
    assertThat(folder.resolve("other/tmp")).isEmptyDirectory();
  }

  @Test
  void collectsOnlyOldDrafts() throws Exception {
    Path drafts = Files.createDirectories(folder.resolve("originals/tmp"));
    Path old = Files.write(drafts.resolve("old"), BYTES);
    Path fresh = Files.write(drafts.resolve("fresh"), BYTES);
    Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2026-11-20T00:00:00Z")));
    Files.setLastModifiedTime(fresh, FileTime.from(Instant.parse("2026-11-22T00:00:00Z")));

    int collected = store.collectDrafts(Instant.parse("2026-11-21T00:00:00Z"));

    assertThat(collected).isEqualTo(1);
    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
  }

  @Test
  void takesTheSameFileFromManyThreads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Callable<Sha256>> copies =
        IntStream.range(0, 40).<Callable<Sha256>>mapToObj(i -> () -> keep(BYTES)).toList();

    List<Future<Sha256>> kept = threads.invokeAll(copies);

    for (Future<Sha256> one : kept) {
      assertThat(one.get()).isEqualTo(ABC);
    }
    threads.shutdown();
    assertThat(files()).hasSize(1);
  }

  private Sha256 keep(byte[] bytes) throws IOException {
    try (OriginalDraft draft = store.copy(source(bytes), Long.MAX_VALUE - 1)) {
      draft.keep();
      return draft.sha256();
    }
  }

  private List<String> files() throws IOException {
    Path root = folder.resolve("originals");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .collect(Collectors.toList());
    }
  }

  private static ReadableByteChannel source(byte[] bytes) {
    return Channels.newChannel(new ByteArrayInputStream(bytes));
  }

  private static ReadableByteChannel endless() {
    return new Source(0);
  }

  private static ReadableByteChannel broken() {
    return new Source(-1);
  }

  /** Fills every buffer, or fails. */
  private record Source(int sign) implements ReadableByteChannel {
    @Override
    public int read(ByteBuffer target) throws IOException {
      if (sign < 0) {
        throw new IOException("bad sector");
      }
      int length = target.remaining();
      target.position(target.limit());
      return length;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
