package org.pawprint.store.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads spectra out of segments, each by one positioned read. Keeps the channels of the segments
 * used last open; safe for many threads.
 */
public final class SegmentReader implements AutoCloseable {
  private final Path root;
  private final int openLimit;

  /** In order of use, the one used longest ago first. Guarded by itself. */
  private final Map<String, OpenSegment> open = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param root folder of the segment store
   * @param openLimit segments kept open between reads, at least 1
   */
  public SegmentReader(Path root, int openLimit) {
    if (openLimit < 1) {
      throw new IllegalArgumentException("a limit of " + openLimit + " open segments");
    }
    this.root = root.toAbsolutePath().normalize();
    this.openLimit = openLimit;
  }

  /**
   * @throws IOException when the segment is away or ends before the slice does
   */
  public SliceArrays read(SegmentSlice slice) throws IOException {
    return arrays(bytes(slice), slice);
  }

  /**
   * The bytes of a slice as they lie in the segment, at the position of a buffer that is the
   * caller's.
   *
   * @throws IOException when the segment is away or ends before the slice does
   */
  public ByteBuffer bytes(SegmentSlice slice) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(slice.bytes());
    try {
      fill(bytes, slice);
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (ClosedChannelException e) {
      // Another thread was interrupted inside a read, which closes the channel for all of us.
      bytes.clear();
      fill(bytes, slice);
    }
    return bytes.flip();
  }

  private void fill(ByteBuffer bytes, SegmentSlice slice) throws IOException {
    OpenSegment segment = acquire(slice.segment());
    try {
      while (bytes.hasRemaining()) {
        if (segment.channel.read(bytes, slice.offset() + bytes.position()) < 0) {
          throw new EOFException(
              "segment %s ends before byte %d"
                  .formatted(slice.segment(), slice.offset() + slice.bytes()));
        }
      }
    } finally {
      release(segment);
    }
  }

  /** The arrays in what {@link #bytes} gave, whose position moves behind them. */
  public static SliceArrays arrays(ByteBuffer bytes, SegmentSlice slice) {
    int pixels = slice.pixels();
    float[] flux = floats(bytes, pixels);
    float[] sigma = slice.hasSigma() ? floats(bytes, pixels) : null;
    byte[] mask = new byte[pixels];
    bytes.get(mask);
    double[] angstrom = null;
    if (slice.hasWavelength()) {
      angstrom = new double[pixels];
      bytes.asDoubleBuffer().get(angstrom);
    }
    return new SliceArrays(flux, sigma, mask, angstrom);
  }

  private static float[] floats(ByteBuffer bytes, int count) {
    float[] all = new float[count];
    bytes.asFloatBuffer().get(all);
    bytes.position(bytes.position() + 4 * count);
    return all;
  }

  private OpenSegment acquire(String name) throws IOException {
    synchronized (open) {
      OpenSegment segment = open.get(name);
      if (segment != null && !segment.channel.isOpen()) {
        open.remove(name);
        segment = null;
      }
      if (segment == null) {
        segment = new OpenSegment(FileChannel.open(path(name), StandardOpenOption.READ));
        open.put(name, segment);
        evict();
      }
      segment.users++;
      return segment;
    }
  }

  private Path path(String name) throws IOException {
    Path path = root.resolve(name).normalize();
    if (!path.startsWith(root)) {
      throw new IOException("segment '" + name + "' is not inside the segment store");
    }
    return path;
  }

  private void evict() throws IOException {
    Iterator<OpenSegment> oldest = open.values().iterator();
    for (int tooMany = open.size() - openLimit; tooMany > 0; tooMany--) {
      OpenSegment segment = oldest.next();
      oldest.remove();
      segment.evicted = true;
      if (segment.users == 0) {
        segment.channel.close();
      }
    }
  }

  private void release(OpenSegment segment) throws IOException {
    synchronized (open) {
      segment.users--;
      if (segment.evicted && segment.users == 0) {
        segment.channel.close();
      }
    }
  }

  /** Channels open between reads. */
  int openSegments() {
    synchronized (open) {
      return open.size();
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (open) {
      for (OpenSegment segment : open.values()) {
        segment.channel.close();
      }
      open.clear();
    }
  }

  /** An open channel and how many reads are under way on it. */
  private static final class OpenSegment {
    private final FileChannel channel;
    private int users;
    private boolean evicted;

    private OpenSegment(FileChannel channel) {
      this.channel = channel;
    }
  }
}
