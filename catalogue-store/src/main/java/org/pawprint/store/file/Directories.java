package org.pawprint.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Creates directories so that they survive a power cut: a new name is durable only once the
 * directory that holds it is synced. Safe for concurrent use.
 */
final class Directories {
  private final Path root;
  private final Set<Path> durable = ConcurrentHashMap.newKeySet();

  /**
   * @param root its own parents are the operator's business
   */
  Directories(Path root) {
    this.root = root;
  }

  /** Makes the directory and the names of all directories from the root down to it durable. */
  void ensure(Path directory) throws IOException {
    if (durable.contains(directory)) {
      return;
    }
    Files.createDirectories(directory);
    if (!directory.equals(root)) {
      Path parent = directory.getParent();
      if (parent != null && parent.startsWith(root)) {
        ensure(parent);
        sync(parent);
      }
    }
    durable.add(directory);
  }

  /**
   * Makes the directories, and gives those whose names must be synced before the new ones are
   * durable; {@link #durable} is told when they are.
   */
  Set<Path> create(Collection<Path> wanted) throws IOException {
    Set<Path> parents = new LinkedHashSet<>();
    for (Path directory : wanted) {
      Files.createDirectories(directory);
      Path below = directory;
      while (!below.equals(root) && !durable.contains(below)) {
        below = below.resolveSibling("").normalize();
        parents.add(below);
      }
    }
    return parents;
  }

  /** The names of these directories are synced in those above them. */
  void durable(Collection<Path> directories) {
    durable.addAll(directories);
  }

  /** Makes the names in this directory durable. */
  static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
