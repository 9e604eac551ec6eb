package org.pawprint.listener.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders that files may come from. A URI is taken only if it is a plain {@code file:} path
 * below one of them; what lies below is then walked without following links.
 */
public final class Roots {
  private final List<Path> folders;

  /**
   * @param folders absolute once resolved against the working directory
   */
  public Roots(List<Path> folders) {
    this.folders = folders.stream().map(Path::toAbsolutePath).map(Path::normalize).toList();
  }

  public List<Path> folders() {
    return folders;
  }

  /**
   * Opens the file that a URI names; the caller closes.
   *
   * @throws UnfitSource when the URI or what it names may not be read
   * @throws IOException when it is not there, or cannot be read now
   */
  ReadableByteChannel open(URI uri) throws IOException, UnfitSource {
    Path path = path(uri);
    for (Path folder : folders) {
      if (path.startsWith(folder) && !path.equals(folder)) {
        return LinkFreeFolder.open(folder, folder.relativize(path));
      }
    }
    throw new UnfitSource("'%s' is below none of the roots".formatted(path));
  }

  private static Path path(URI uri) throws UnfitSource {
    if (!"file".equalsIgnoreCase(uri.getScheme())) {
      throw new UnfitSource("'%s' is no file: URI".formatted(uri));
    }
    // RFC 8089: file:/path or file:///path; an authority would name another machine.
    String path = uri.getPath();
    boolean plain =
        uri.getRawAuthority() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
    if (!plain || path == null || !path.startsWith("/")) {
      throw new UnfitSource(
          "'%s' is not of the form file:///path, without host and query".formatted(uri));
    }
    if (Stream.of(path.split("/", -1)).anyMatch(part -> part.equals("..") || part.equals("."))) {
      throw new UnfitSource("'%s' holds '.' or '..'".formatted(path));
    }
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw new UnfitSource("'%s' is no path here: %s".formatted(uri, e.getReason()));
    }
  }
}
