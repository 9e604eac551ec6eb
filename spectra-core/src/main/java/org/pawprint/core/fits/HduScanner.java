package org.pawprint.core.fits;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Walks a file from header to header and checks that all declared data are there. */
final class HduScanner {
  static final int BLOCK = 2880;

  /** Headers kept in memory after the walk; those of a file with more are read again when asked. */
  private static final long CARDS_KEPT = 100_000;

  private final String file;
  private final FitsBytes bytes;
  private final FitsLimits limits;
  private final List<FitsHdu> hdus = new ArrayList<>();
  private long position;
  private long cardsSeen;

  HduScanner(String file, FitsBytes bytes, FitsLimits limits) {
    this.file = file;
    this.bytes = bytes;
    this.limits = limits;
  }

  /** All HDUs; what follows the last one and begins no extension is left (FITS 4.0 section 3.5). */
  List<FitsHdu> scan() {
    requireStart();
    do {
      if (hdus.size() == limits.maxHdus()) {
        throw new UnreadableFits(
            file, "", "", "more than " + limits.maxHdus() + " HDUs", "at most that many");
      }
      hdus.add(next());
    } while (startsWith("XTENSION"));
    return hdus;
  }

  /** Where the last HDU ends, padding included. */
  long end() {
    return Math.min(position, bytes.size());
  }

  private void requireStart() {
    if (!startsWith("SIMPLE  ")) {
      byte[] start = bytes.copy(0, (int) Math.min(8, bytes.size()));
      throw new UnreadableFits(
          file,
          "",
          "SIMPLE",
          start.length == 0
              ? "an empty file"
              : "'" + new String(start, StandardCharsets.ISO_8859_1) + "' at the start",
          "a FITS file, which begins with SIMPLE");
    }
  }

  private boolean startsWith(String keyword) {
    if (position > bytes.size() - keyword.length()) {
      return false;
    }
    byte[] start = bytes.copy(position, keyword.length());
    return new String(start, StandardCharsets.ISO_8859_1).equals(keyword);
  }

  private FitsHdu next() {
    int index = hdus.size();
    long headerStart = position;
    int cards = countCards(new HduLabel(file, index, ""));
    int headerBytes = cards * HeaderCard.LENGTH;
    FitsHeader header =
        FitsHeader.of(new HduLabel(file, index, ""), bytes.slice(headerStart, headerBytes));
    String name = header.text("EXTNAME").or(() -> header.text("HDUNAME")).orElse("");
    HduLabel label = new HduLabel(file, index, name.isEmpty() && index == 0 ? "PRIMARY" : name);
    FitsHeader labelled = header.labelled(label);
    HduStructure structure = HduStructure.of(labelled, index == 0);
    long dataStart = headerStart + padded(headerBytes + (long) HeaderCard.LENGTH);
    requireData(label, structure, dataStart);
    position = dataStart + padded(structure.dataBytes());
    cardsSeen += cards;
    return new FitsHdu(
        bytes,
        label,
        structure,
        new FitsHdu.Place(headerStart, headerBytes, dataStart),
        cardsSeen <= CARDS_KEPT ? labelled : null);
  }

  private void requireData(HduLabel label, HduStructure structure, long dataStart) {
    long there = Math.max(0, bytes.size() - dataStart);
    if (structure.dataBytes() > there) {
      throw label.unreadable(
          "", there + " bytes of data", structure.dataBytes() + " bytes as declared");
    }
  }

  /** Cards before END, reading a block at a time. */
  private int countCards(HduLabel label) {
    int cards = 0;
    for (long at = position; ; at += BLOCK) {
      int length = (int) Math.min(BLOCK, bytes.size() - at) / HeaderCard.LENGTH * HeaderCard.LENGTH;
      if (length <= 0) {
        throw label.unreadable("END", "the end of the file after " + cards + " cards", "END");
      }
      ByteBuffer block = bytes.slice(at, length);
      for (int start = 0; start < length; start += HeaderCard.LENGTH) {
        if (isEnd(block, start)) {
          return cards;
        }
        if (++cards >= limits.maxCards()) {
          throw label.unreadable("END", cards + " cards without END", "fewer cards");
        }
      }
    }
  }

  private static boolean isEnd(ByteBuffer block, int start) {
    return block.get(start) == 'E'
        && block.get(start + 1) == 'N'
        && block.get(start + 2) == 'D'
        && (block.get(start + 3) <= ' ' && block.get(start + 3) >= 0)
        && block.get(start + 7) <= ' '
        && block.get(start + 8) != '=';
  }

  private static long padded(long length) {
    return (length + BLOCK - 1) / BLOCK * BLOCK;
  }
}
