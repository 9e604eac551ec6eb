package org.pawprint.standalone.backfill;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.pawprint.core.identifier.Sha256;

/**
 * Which files may hold spectra: those with the name of a FITS file or a VOTable, and those that
 * begin like one. A loader decides later; this keeps read-mes, scripts and pictures out of the
 * ledger.
 */
final class Candidates {
  static final String NO_CANDIDATE = "neither name nor first bytes are those of FITS or VOTable";

  private static final Pattern NAMES =
      Pattern.compile(".*\\.(fits?|fts|fz|xml|vot|votable)(\\.(gz|fz))?");

  private static final int HEAD = 2048;

  private Candidates() {}

  /** Whether the name or the first bytes are right. */
  static boolean isCandidate(Path file) throws IOException {
    if (hasName(String.valueOf(file.getFileName()))) {
      return true;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return beginsLikeOne(in);
    }
  }

  static boolean hasName(String name) {
    return NAMES.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  /** Looks at the first bytes, of what is inside a gzip too; reads ahead. */
  static boolean beginsLikeOne(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, HEAD);
    buffered.mark(HEAD);
    byte[] head = buffered.readNBytes(HEAD);
    if (head.length > 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
      buffered.reset();
      try {
        head = new GZIPInputStream(buffered).readNBytes(HEAD);
      } catch (IOException e) {
        return false;
      }
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return text.startsWith("SIMPLE  =") || text.contains("<VOTABLE");
  }

  /** A file on disk as a source gives it; links are not followed. */
  static Found onDisk(String place, String name, Path file, Optional<Sha256> sha256)
      throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return new Found.Aside(place, name, true, "is not there");
    }
    BasicFileAttributes kind =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (kind.isSymbolicLink()) {
      return new Found.Aside(place, name, false, "a link; links are not followed");
    }
    if (!kind.isRegularFile()) {
      return new Found.Aside(place, name, false, "no regular file");
    }
    if (!Files.isReadable(file)) {
      return new Found.Aside(place, name, true, "cannot be read: permission denied");
    }
    if (!isCandidate(file)) {
      return new Found.Aside(place, name, false, NO_CANDIDATE);
    }
    return new Found.OnDisk(
        place, name, file, kind.size(), kind.lastModifiedTime().toString(), sha256);
  }
}
