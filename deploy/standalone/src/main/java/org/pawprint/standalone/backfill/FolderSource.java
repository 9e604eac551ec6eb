package org.pawprint.standalone.backfill;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The files below a folder, each folder in the order of its names. Holds the names of one folder
 * for each level, not the tree.
 */
final class FolderSource implements FileSource {
  private static final long NOT_COUNTED = -1;

  private final Path root;
  private final Deque<Iterator<Path>> levels = new ArrayDeque<>();
  private long count = NOT_COUNTED;

  FolderSource(Path root) throws IOException {
    this.root = root.toAbsolutePath().normalize();
    levels.push(names(this.root).iterator());
  }

  private static List<Path> names(Path folder) throws IOException {
    List<Path> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(names::add);
    }
    names.sort((a, b) -> name(a).compareTo(name(b)));
    return names;
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  @Override
  public Optional<Found> next() throws IOException {
    while (!levels.isEmpty()) {
      Iterator<Path> level = levels.element();
      if (!level.hasNext()) {
        levels.pop();
        continue;
      }
      Path path = level.next();
      if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        String place = root.relativize(path).toString();
        return Optional.of(Candidates.onDisk(place, place, path, Optional.empty()));
      }
      if (!Files.isReadable(path)) {
        String place = root.relativize(path).toString();
        return Optional.of(new Found.Aside(place, place + "/", true, "folder cannot be read"));
      }
      levels.push(names(path).iterator());
    }
    return Optional.empty();
  }

  @Override
  public void startAfter(String place) throws IOException {
    levels.clear();
    List<String> parts = Arrays.asList(place.split("/"));
    Path folder = root;
    for (int i = 0; i < parts.size() && Files.isDirectory(folder); i++) {
      String part = parts.get(i);
      // What comes after the cursor's own way; the levels below are pushed on top of it.
      levels.push(names(folder).stream().filter(p -> name(p).compareTo(part) > 0).iterator());
      folder = folder.resolve(part);
    }
  }

  @Override
  public long expected(long found) throws IOException {
    if (count == NOT_COUNTED) {
      count = count();
    }
    return Math.max(count, found);
  }

  private long count() throws IOException {
    long[] files = {0};
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files[0]++;
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException because) {
            files[0]++;
            return FileVisitResult.CONTINUE;
          }
        });
    return files[0];
  }
}
