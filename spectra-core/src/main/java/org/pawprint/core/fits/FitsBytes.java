package org.pawprint.core.fits;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The bytes of a file by long offset. Files up to 1 MiB are read whole, because a mapping costs
 * more than the copy and is freed only by the garbage collector; larger ones are mapped in pieces
 * of 1 GiB. Slices are big-endian. A mapped file must not shrink while it is read: the stores never
 * change a file once it has its name.
 */
final class FitsBytes {
  private static final int READ_WHOLE = 1 << 20;
  private static final int PIECE_BITS = 30;
  private static final long PIECE = 1L << PIECE_BITS;

  private final ByteBuffer[] pieces;
  private final long size;

  private FitsBytes(ByteBuffer[] pieces, long size) {
    this.pieces = pieces;
    this.size = size;
  }

  static FitsBytes of(ByteBuffer whole) {
    return new FitsBytes(new ByteBuffer[] {whole}, whole.limit());
  }

  static FitsBytes of(FileChannel channel) throws IOException {
    long size = channel.size();
    if (size <= READ_WHOLE) {
      return of(readWhole(channel, (int) size));
    }
    ByteBuffer[] pieces = new ByteBuffer[(int) ((size + PIECE - 1) >> PIECE_BITS)];
    for (int i = 0; i < pieces.length; i++) {
      long start = i * PIECE;
      pieces[i] = channel.map(FileChannel.MapMode.READ_ONLY, start, Math.min(PIECE, size - start));
    }
    return new FitsBytes(pieces, size);
  }

  private static ByteBuffer readWhole(FileChannel channel, int size) throws IOException {
    ByteBuffer whole = ByteBuffer.allocate(size);
    while (whole.hasRemaining()) {
      if (channel.read(whole, whole.position()) < 0) {
        throw new EOFException("file shrank while it was read");
      }
    }
    return whole.flip();
  }

  long size() {
    return size;
  }

  /** The bytes from {@code offset}, which must lie inside; copied only across pieces. */
  ByteBuffer slice(long offset, int length) {
    if (length == 0) {
      // May lie past the end, where the padding of an HDU without data is missing.
      return ByteBuffer.allocate(0);
    }
    if (offset < 0 || length < 0 || offset > size - length) {
      throw new IndexOutOfBoundsException(offset + "+" + length + " of " + size);
    }
    int piece = (int) (offset >> PIECE_BITS);
    int start = (int) (offset & (PIECE - 1));
    if (length <= pieces[piece].limit() - start) {
      return pieces[piece].slice(start, length);
    }
    ByteBuffer joined = ByteBuffer.allocate(length);
    for (; joined.hasRemaining(); piece++, start = 0) {
      int part = Math.min(joined.remaining(), pieces[piece].limit() - start);
      joined.put(pieces[piece].slice(start, part));
    }
    return joined.flip();
  }

  /** As {@link #slice}, into a fresh array. */
  byte[] copy(long offset, int length) {
    byte[] copy = new byte[length];
    slice(offset, length).get(copy);
    return copy;
  }
}
