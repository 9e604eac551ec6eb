package org.pawprint.standalone.simulate;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import nom.tam.fits.Header;
import nom.tam.fits.HeaderCard;
import nom.tam.util.Cursor;
import org.pawprint.core.identifier.Sha256;

/** A FITS file being written from first byte to last, and digested on the way. */
final class FitsSink implements Closeable {
  private static final int BLOCK = 2880;
  private static final int FLOATS_PER_CHUNK = 1 << 15;

  private final MessageDigest digest = Sha256.newDigest();
  private final OutputStream out;
  private final ByteBuffer chunk = ByteBuffer.allocate(FLOATS_PER_CHUNK * Float.BYTES);
  private long size;

  FitsSink(Path file) throws IOException {
    this.out = new DigestOutputStream(Files.newOutputStream(file), digest);
  }

  void image(Header header, float[] values) throws IOException {
    header(header);
    for (int from = 0; from < values.length; from += FLOATS_PER_CHUNK) {
      int count = Math.min(FLOATS_PER_CHUNK, values.length - from);
      chunk.clear();
      chunk.asFloatBuffer().put(values, from, count);
      out.write(chunk.array(), 0, count * Float.BYTES);
    }
    pad((long) values.length * Float.BYTES);
  }

  void table(Header header, byte[] rows) throws IOException {
    header(header);
    out.write(rows);
    pad(rows.length);
  }

  /** Bytes written. */
  long size() {
    return size;
  }

  /** Of everything written; ends the digest. */
  Sha256 sha256() {
    return Sha256.of(digest);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void header(Header header) throws IOException {
    StringBuilder cards = new StringBuilder();
    for (Cursor<String, HeaderCard> cursor = header.iterator(); cursor.hasNext(); ) {
      cards.append(cursor.next());
    }
    cards.append("END");
    while (cards.length() % BLOCK != 0) {
      cards.append(' ');
    }
    out.write(cards.toString().getBytes(StandardCharsets.US_ASCII));
    size += cards.length();
  }

  private void pad(long written) throws IOException {
    int missing = (int) ((BLOCK - written % BLOCK) % BLOCK);
    out.write(new byte[missing]);
    size += written + missing;
  }
}
