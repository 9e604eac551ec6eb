package org.pawprint.core.fits;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A FITS file, plain or gzip, open for reading. Opening walks all headers and refuses a file that
 * does not hold the data it declares; only padding at the very end may be missing. Time is
 * proportional to the headers, memory to what is asked for.
 *
 * <p>Whatever the bytes say, the methods of this package throw no exception but {@link
 * UnreadableFits}; {@link IOException} means that the disk failed.
 */
public final class FitsFile implements AutoCloseable {
  private final String name;
  private final long size;
  private final long end;
  private final List<FitsHdu> hdus;

  /** First of each name, by upper case: loaders look up a name for every spectrum of a file. */
  private final Map<String, FitsHdu> byName = new HashMap<>();

  private FitsFile(String name, FitsBytes bytes, FitsLimits limits) {
    HduScanner scanner = new HduScanner(name, bytes, limits);
    this.name = name;
    this.hdus = List.copyOf(scanner.scan());
    this.size = bytes.size();
    this.end = scanner.end();
    hdus.forEach(hdu -> byName.putIfAbsent(upper(hdu.name()), hdu));
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  /**
   * @throws UnreadableFits when this is no complete FITS file
   */
  public static FitsFile open(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      return open(channel, String.valueOf(path.getFileName()), FitsLimits.DEFAULT);
    }
  }

  /** As {@link #open(FileChannel, String, FitsLimits)} with the default limits. */
  public static FitsFile open(FileChannel channel, String name) throws IOException {
    return open(channel, name, FitsLimits.DEFAULT);
  }

  /**
   * Reads from the start of the channel, which stays the caller's to close and may be closed at
   * once.
   *
   * @param name of the file, for faults
   */
  public static FitsFile open(FileChannel channel, String name, FitsLimits limits)
      throws IOException {
    ByteBuffer start = ByteBuffer.allocate(2);
    channel.read(start, 0);
    if (!BoundedGzip.isGzip(start.array())) {
      return new FitsFile(name, FitsBytes.of(channel), limits);
    }
    channel.position(0);
    // Not closed: that would close the caller's channel.
    InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
    return new FitsFile(
        name, new GzipExpansion(name, limits.maxExpandedBytes()).expand(in), limits);
  }

  /** A file in memory, whose name is {@code memory}. The array is kept, not copied. */
  public static FitsFile of(byte[] content) {
    return of(content, "memory", FitsLimits.DEFAULT);
  }

  /** As {@link #of(byte[])}, with a name for faults and limits. */
  public static FitsFile of(byte[] content, String name, FitsLimits limits) {
    try {
      FitsBytes bytes =
          BoundedGzip.isGzip(content)
              ? new GzipExpansion(name, limits.maxExpandedBytes())
                  .expand(new ByteArrayInputStream(content))
              : FitsBytes.of(ByteBuffer.wrap(content));
      return new FitsFile(name, bytes, limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String name() {
    return name;
  }

  /** All HDUs, the primary first. */
  public List<FitsHdu> hdus() {
    return hdus;
  }

  public FitsHdu primary() {
    return hdus.get(0);
  }

  /**
   * @throws UnreadableFits when there are not that many HDUs
   */
  public FitsHdu hdu(int index) {
    if (index < 0 || index >= hdus.size()) {
      throw new UnreadableFits(
          name, "HDU " + index, "", hdus.size() + " HDUs", "one with this index");
    }
    return hdus.get(index);
  }

  /** The first HDU of that name, in any case. */
  public Optional<FitsHdu> hdu(String hduName) {
    return Optional.ofNullable(byName.get(upper(hduName)));
  }

  /** Bytes of the file, expanded. */
  public long size() {
    return size;
  }

  /** Bytes after the last HDU that begin no extension; 0 in a proper file. */
  public long trailingBytes() {
    return size - end;
  }

  /** Frees nothing by itself; kept so that a file is used like any other resource. */
  @Override
  public void close() {
    // Buffers are freed when the last HDU is out of reach.
  }
}
