package org.pawprint.standalone.backfill;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.pawprint.core.io.CountedInput;

/**
 * The files in a tar, plain or gzip, as they come by; nothing is written to disk. Names of entries
 * are for people only: no path is ever made of one.
 */
final class TarSource implements FileSource {
  private static final int BUFFER = 1 << 16;
  private static final int MAGIC_AT = 257;
  private static final String MAGIC = "ustar";

  /** The file itself, for an idea of how much is left. */
  private final CountedInput measured;

  private final TarArchiveInputStream tar;
  private final long bytes;
  private long number;

  TarSource(Path file) throws IOException {
    bytes = Files.size(file);
    measured = new CountedInput(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    tar = new TarArchiveInputStream(expanded(measured), StandardCharsets.UTF_8.name());
  }

  static boolean isTar(Path file) throws IOException {
    try (InputStream in = expanded(new BufferedInputStream(Files.newInputStream(file)))) {
      byte[] head = in.readNBytes(MAGIC_AT + MAGIC.length());
      return head.length == MAGIC_AT + MAGIC.length()
          && new String(head, MAGIC_AT, MAGIC.length(), StandardCharsets.US_ASCII).equals(MAGIC);
    } catch (ZipException e) {
      return false;
    }
  }

  private static InputStream expanded(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
    buffered.mark(2);
    boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
    buffered.reset();
    return gzip ? new GZIPInputStream(buffered, BUFFER) : buffered;
  }

  @Override
  public Optional<Found> next() throws IOException {
    TarArchiveEntry entry = tar.getNextEntry();
    while (entry != null && entry.isDirectory()) {
      number++;
      entry = tar.getNextEntry();
    }
    if (entry == null) {
      return Optional.empty();
    }
    number++;
    return Optional.of(found(entry));
  }

  private Found found(TarArchiveEntry entry) throws IOException {
    String place = Long.toString(number);
    String name = entry.getName();
    if (!entry.isFile()
        || entry.isSymbolicLink()
        || entry.isLink()
        || !tar.canReadEntryData(entry)) {
      return new Found.Aside(place, name, false, "no regular file in the tar");
    }
    if (Candidates.hasName(name)) {
      return new Found.InTar(place, name, entry.getSize(), tar);
    }
    BufferedInputStream content = new BufferedInputStream(tar, BUFFER);
    content.mark(BUFFER);
    boolean candidate = Candidates.beginsLikeOne(content);
    if (!candidate) {
      return new Found.Aside(place, name, false, Candidates.NO_CANDIDATE);
    }
    content.reset();
    return new Found.InTar(place, name, entry.getSize(), content);
  }

  @Override
  public void startAfter(String place) throws IOException {
    long until = Long.parseLong(place);
    while (number < until && tar.getNextEntry() != null) {
      number++;
    }
  }

  @Override
  public long expected(long found) {
    double share = (double) measured.bytes() / Math.max(1, bytes);
    return Math.max(found, Math.round(found / Math.max(1e-9, share)));
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
