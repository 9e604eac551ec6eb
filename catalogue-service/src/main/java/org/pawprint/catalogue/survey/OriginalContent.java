package org.pawprint.catalogue.survey;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.pawprint.core.fits.BoundedGzip;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsLimits;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.votable.read.VoTableFile;
import org.pawprint.core.votable.read.VoTableLimits;

/** What an original holds, by its first bytes: XML is a VOTable, anything else must be FITS. */
public sealed interface OriginalContent {

  /** A FITS file, plain or gzip. */
  record Fits(FitsFile file) implements OriginalContent {}

  /** A VOTable document, plain or gzip. */
  record VoTable(VoTableFile file) implements OriginalContent {}

  /**
   * Opens a file of either kind, whose name is that of the path.
   *
   * @throws UnreadableFits when it is neither, or damaged
   */
  static OriginalContent open(Path path) throws IOException {
    String name = String.valueOf(path.getFileName());
    try (FileChannel channel = FileChannel.open(path)) {
      ByteBuffer start = ByteBuffer.allocate(FirstBytes.COUNT);
      channel.read(start, 0);
      if (!FirstBytes.areXml(Arrays.copyOf(start.array(), start.position()))) {
        return new Fits(FitsFile.open(channel, name));
      }
      channel.position(0);
      return voTable(Channels.newInputStream(channel), name);
    }
  }

  /** A file in memory. */
  static OriginalContent of(byte[] content, String name) {
    try {
      return FirstBytes.areXml(Arrays.copyOf(content, Math.min(content.length, FirstBytes.COUNT)))
          ? voTable(new ByteArrayInputStream(content), name)
          : new Fits(FitsFile.of(content, name, FitsLimits.DEFAULT));
    } catch (IOException e) {
      throw new UnreadableFits(name, "", "", "" + e.getMessage(), "a complete file");
    }
  }

  private static VoTable voTable(InputStream in, String name) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(2);
    boolean gzip = BoundedGzip.isGzip(buffered.readNBytes(2));
    buffered.reset();
    VoTableLimits limits = VoTableLimits.DEFAULT;
    InputStream plain = gzip ? new BoundedGzip(buffered, name, limits.maxBytes()) : buffered;
    return new VoTable(VoTableFile.read(plain, name, limits));
  }

  /** Tells XML from FITS. */
  final class FirstBytes {
    static final int COUNT = 512;

    private FirstBytes() {}

    /** Whether a document, maybe in gzip, begins with a tag. */
    static boolean areXml(byte[] bytes) {
      return beginsWithTag(BoundedGzip.isGzip(bytes) ? expanded(bytes) : bytes);
    }

    private static byte[] expanded(byte[] bytes) {
      try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        return in.readNBytes(64);
      } catch (IOException e) {
        // Too few bytes of it, or damaged: the reader of FITS has the words for that.
        return new byte[0];
      }
    }

    private static boolean beginsWithTag(byte[] bytes) {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      String withoutMark = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
      return withoutMark.stripLeading().startsWith("<");
    }
  }
}
