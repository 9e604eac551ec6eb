package org.pawprint.listener.fetch;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * Opens a file below a folder, each component relative to the open directory above it and none
 * through a link. A link swapped in between two steps is therefore refused by the system call, not
 * by a check that came before it. The folder itself may be a link: the operator named it.
 */
final class LinkFreeFolder {
  private LinkFreeFolder() {}

  static SeekableByteChannel open(Path folder, Path relative) throws IOException, UnfitSource {
    try (DirectoryStream<Path> top = Files.newDirectoryStream(folder)) {
      if (!(top instanceof SecureDirectoryStream<Path> secure)) {
        throw new IOException("this system cannot open files relative to a directory: " + folder);
      }
      return open(secure, relative, folder);
    }
  }

  private static SeekableByteChannel open(
      SecureDirectoryStream<Path> directory, Path relative, Path above)
      throws IOException, UnfitSource {
    Path name = relative.getName(0);
    Path shown = above.resolve(name);
    BasicFileAttributes kind =
        directory
            .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
            .readAttributes();
    if (kind.isSymbolicLink()) {
      throw new UnfitSource("'%s' is a link; links are not followed".formatted(shown));
    }
    if (relative.getNameCount() > 1) {
      if (!kind.isDirectory()) {
        throw new UnfitSource("'%s' is no directory".formatted(shown));
      }
      try (SecureDirectoryStream<Path> below =
          directory.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
        return open(below, relative.subpath(1, relative.getNameCount()), shown);
      }
    }
    // Also because opening a pipe would wait for its writer.
    if (!kind.isRegularFile()) {
      throw new UnfitSource("'%s' is no regular file".formatted(shown));
    }
    return directory.newByteChannel(
        name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
  }
}
