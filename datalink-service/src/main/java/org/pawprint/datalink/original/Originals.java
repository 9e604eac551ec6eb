package org.pawprint.datalink.original;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.store.catalogue.StoredSpectrum;
import org.pawprint.store.file.OriginalStore;
import org.springframework.stereotype.Component;

/** Original files and their headers, as far as downloads and links need them. */
@Component
public final class Originals {
  public static final String MEDIA_TYPE = "application/fits";
  public static final String HEADER_MEDIA_TYPE = "text/plain";
  private static final int CHUNK_BYTES = 1 << 16;

  private final OriginalStore store;

  Originals(OriginalStore store) {
    this.store = store;
  }

  /** Size of the original of a spectrum. */
  public long bytes(StoredSpectrum stored) throws IOException {
    return store.bytes(stored.original());
  }

  /** Writes a part of an original. */
  void copy(Sha256 original, long first, long length, OutputStream out) throws IOException {
    try (SeekableByteChannel file = store.open(original)) {
      file.position(first);
      ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
      long left = length;
      while (left > 0) {
        chunk.clear().limit((int) Math.min(left, CHUNK_BYTES));
        int read = file.read(chunk);
        if (read < 0) {
          throw new IOException("original " + original + " is shorter than it was");
        }
        out.write(chunk.array(), 0, read);
        left -= read;
      }
    }
  }
}
