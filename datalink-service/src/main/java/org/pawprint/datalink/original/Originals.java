package org.pawprint.datalink.original;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.pawprint.core.fits.DetachedHeader;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.datalink.http.Recent;
import org.pawprint.store.catalogue.StoredSpectrum;
import org.pawprint.store.file.OriginalStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Original files and their headers, as far as downloads and links need them. */
@Component
public final class Originals {
  public static final String MEDIA_TYPE = "application/fits";
  public static final String HEADER_MEDIA_TYPE = "text/plain";
  private static final int CHUNK_BYTES = 1 << 16;

  private static final int REMEMBERED_HEADERS = 10_000;
  private static final Logger LOG = LoggerFactory.getLogger(Originals.class);

  private final OriginalStore store;

  /** An original never changes, so neither does this. */
  private final Recent<Sha256, OptionalLong> headerBytes = new Recent<>(REMEMBERED_HEADERS);

  Originals(OriginalStore store) {
    this.store = store;
  }

  /** Sizes of those of the originals that the store holds now; the store is asked once. */
  public Map<Sha256, Long> bytes(Collection<Sha256> originals) {
    Map<Sha256, Long> sizes = new HashMap<>();
    store
        .paths(originals)
        .forEach(
            (original, path) -> {
              // Zero for what is not there, and no original is empty.
              long bytes = path.toFile().length();
              if (bytes > 0) {
                sizes.put(original, bytes);
              }
            });
    return sizes;
  }

  /** Size of the original of a spectrum. */
  long bytes(StoredSpectrum stored) throws IOException {
    return store.bytes(stored.original());
  }

  /**
   * The headers of the original as text (ASCII).
   *
   * @return empty when it cannot be read as FITS
   */
  Optional<String> header(StoredSpectrum stored) throws IOException {
    try (FitsFile file = FitsFile.open(store.path(stored.original()))) {
      return Optional.of(DetachedHeader.of(file));
    } catch (UnreadableFits e) {
      LOG.warn("no header of {}: {}", stored.original(), e.getMessage());
      return Optional.empty();
    }
  }

  /** Size of {@link #header}, remembered for the originals asked for last. */
  public OptionalLong headerBytes(StoredSpectrum stored) throws IOException {
    Optional<OptionalLong> known = headerBytes.get(stored.original());
    if (known.isPresent()) {
      return known.get();
    }
    Optional<String> header = header(stored);
    OptionalLong bytes =
        header.isPresent() ? OptionalLong.of(header.get().length()) : OptionalLong.empty();
    headerBytes.put(stored.original(), bytes);
    return bytes;
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
