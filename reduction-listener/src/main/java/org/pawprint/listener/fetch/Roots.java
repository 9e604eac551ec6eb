package org.pawprint.listener.fetch;

import static java.util.Comparator.comparing;

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
  private final List<Root> roots;

  /**
   * A folder that files may come from.
   *
   * @param folder absolute and normal
   * @param immutable whether its files never change, so that originals need no copy
   */
  public record Root(Path folder, boolean immutable) {
    public Root {
      folder = folder.toAbsolutePath().normalize();
    }
  }

  /** A file that may be opened. */
  record Source(Root root, Path path) {
    /**
     * Opens it; the caller closes.
     *
     * @throws UnfitSource when what is there may not be read
     * @throws IOException when it is not there, or cannot be read now
     */
    ReadableByteChannel open() throws IOException, UnfitSource {
      return LinkFreeFolder.open(root.folder(), root.folder().relativize(path));
    }
  }

  /**
   * @param roots of several above a file the nearest decides
   */
  public Roots(List<Root> roots) {
    this.roots =
        roots.stream()
            .sorted(comparing((Root root) -> root.folder().getNameCount()).reversed())
            .toList();
  }

  public List<Root> all() {
    return roots;
  }

  /**
   * The file that a URI names.
   *
   * @throws UnfitSource when the URI may not be read
   */
  Source source(URI uri) throws UnfitSource {
    Path path = path(uri);
    for (Root root : roots) {
      if (path.startsWith(root.folder()) && !path.equals(root.folder())) {
        return new Source(root, path);
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
