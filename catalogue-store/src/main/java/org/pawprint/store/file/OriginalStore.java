package org.pawprint.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.pawprint.core.identifier.Sha256;

/**
 * Files as the pipeline or survey made them, addressed by the SHA-256 of their bytes: {@code
 * <root>/ab/cd/<sha256>}, or, below a root that never changes, where its survey keeps it. A file is
 * there completely and durably or not at all. Safe for concurrent use, also by several processes.
 */
public final class OriginalStore {
  private final Path root;
  private final Path drafts;
  private final Directories directories;
  private final OriginalPlaces places;

  /**
   * A store in which every original lies in the folder.
   *
   * @param root folder of the store; created with the first file
   */
  public OriginalStore(Path root) {
    this(root, OriginalPlaces.none());
  }

  /**
   * @param root folder of the store; created with the first file
   * @param places originals that lie elsewhere
   */
  public OriginalStore(Path root, OriginalPlaces places) {
    this.root = root.toAbsolutePath().normalize();
    this.drafts = this.root.resolve("tmp");
    this.directories = new Directories(this.root);
    this.places = places;
  }

  /** Where the original is, or would be. */
  public Path path(Sha256 sha256) {
    return paths(List.of(sha256)).getOrDefault(sha256, own(sha256));
  }

  /** Where each of these originals is, or would be; one question for all of them. */
  public Map<Sha256, Path> paths(Collection<Sha256> originals) {
    Map<Sha256, Path> paths = new HashMap<>();
    List<Sha256> elsewhere = new ArrayList<>();
    for (Sha256 sha256 : originals) {
      Path own = own(sha256);
      paths.put(sha256, own);
      if (!Files.isRegularFile(own)) {
        elsewhere.add(sha256);
      }
    }
    paths.putAll(places.of(elsewhere));
    return paths;
  }

  private Path own(Sha256 sha256) {
    String hex = sha256.hex();
    return root.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
  }

  public boolean holds(Sha256 sha256) {
    return Files.isRegularFile(path(sha256));
  }

  /**
   * Size of an original.
   *
   * @throws NoSuchFileException when the store does not hold it
   */
  public long bytes(Sha256 sha256) throws IOException {
    return Files.size(path(sha256));
  }

  /**
   * Opens an original for reading; the caller closes.
   *
   * @throws NoSuchFileException when the store does not hold it
   */
  public SeekableByteChannel open(Sha256 sha256) throws IOException {
    return Files.newByteChannel(path(sha256), StandardOpenOption.READ);
  }

  /**
   * Copies and hashes one pass over the source into a draft, which is no original before {@link
   * OriginalDraft#keep}.
   *
   * @param limitBytes the copy ends after one byte more, so that the caller sees the excess
   * @throws StoreWriteFailure when the store cannot take the bytes; any other IOException is the
   *     source's
   */
  public OriginalDraft copy(ReadableByteChannel source, long limitBytes) throws IOException {
    OriginalDraft draft = newDraft();
    try {
      draft.fill(source, limitBytes);
      return draft;
    } catch (IOException | RuntimeException e) {
      draft.close();
      throw e;
    }
  }

  private OriginalDraft newDraft() throws StoreWriteFailure {
    Path file = drafts.resolve(UUID.randomUUID().toString());
    try {
      directories.ensure(drafts);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return new OriginalDraft(this, file, channel);
    } catch (IOException e) {
      throw new StoreWriteFailure("cannot begin " + file, e);
    }
  }

  /**
   * Makes drafts originals, all durable under their digests when this returns: one group of syncs
   * for all of them. Repeats are harmless.
   */
  public void keep(Collection<OriginalDraft> finished) throws StoreWriteFailure {
    try {
      GroupSync.files(finished.stream().map(OriginalDraft::file).toList());
      Set<Path> folders = new LinkedHashSet<>();
      finished.forEach(draft -> folders.add(own(draft.sha256()).resolveSibling("").normalize()));
      Set<Path> changed = directories.create(folders);
      for (OriginalDraft draft : finished) {
        adopt(draft);
      }
      // Also where the file was there: whoever renamed it may have died before this.
      changed.addAll(folders);
      GroupSync.directories(changed);
      directories.durable(changed);
    } catch (IOException e) {
      throw new StoreWriteFailure("cannot keep " + finished.size() + " files", e);
    }
  }

  /** Gives a synced draft its final name; a file of this size already there is left as it is. */
  private void adopt(OriginalDraft draft) throws IOException {
    Path target = own(draft.sha256());
    if (!Files.isRegularFile(target) || Files.size(target) != draft.bytes()) {
      Files.move(draft.file(), target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /**
   * Removes drafts that a crash left behind.
   *
   * @param before drafts last written before this go
   * @return how many went
   */
  public int collectDrafts(Instant before) throws IOException {
    if (!Files.isDirectory(drafts)) {
      return 0;
    }
    int collected = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(drafts)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)
            && Files.deleteIfExists(file)) {
          collected++;
        }
      }
    }
    return collected;
  }

  /** Whether originals can be looked up; true before the first one, when there is no folder yet. */
  public boolean isReadable() {
    return !Files.exists(root) || (Files.isDirectory(root) && Files.isReadable(root));
  }

  /**
   * Tries whether the next original could be written.
   *
   * @throws StoreWriteFailure when not
   */
  public void probe() throws StoreWriteFailure {
    newDraft().close();
  }
}
