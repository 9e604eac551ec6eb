package org.pawprint.core.fits;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One HDU of an open file. Pixels come as physical values: BSCALE and BZERO applied, BLANK as NaN
 * (FITS 4.0 section 4.4.2.5). Safe for use by several threads.
 */
public final class FitsHdu {

  /** Byte offsets in the file. */
  record Place(long header, int headerBytes, long data) {}

  private final FitsBytes bytes;
  private final HduLabel label;
  private final HduStructure structure;
  private final Place place;
  private volatile @Nullable FitsHeader header;
  private volatile @Nullable PixelReader pixels;

  FitsHdu(
      FitsBytes bytes,
      HduLabel label,
      HduStructure structure,
      Place place,
      @Nullable FitsHeader header) {
    this.bytes = bytes;
    this.label = label;
    this.structure = structure;
    this.place = place;
    this.header = header;
  }

  /** 0 for the primary HDU. */
  public int index() {
    return label.index();
  }

  /** EXTNAME, else HDUNAME, else {@code PRIMARY} for the first HDU and empty for the others. */
  public String name() {
    return label.name();
  }

  public HduKind kind() {
    return structure.kind();
  }

  public FitsHeader header() {
    FitsHeader known = header;
    if (known == null) {
      known = FitsHeader.of(label, bytes.slice(place.header(), place.headerBytes()));
      header = known;
    }
    return known;
  }

  /** Axis lengths in NAXIS order, the fastest first; empty without data. */
  public long[] shape() {
    return structure.shape().clone();
  }

  /** Pixels of an image, bytes of a table's rows. */
  public long elements() {
    return structure.elements();
  }

  public int bitpix() {
    return structure.bitpix();
  }

  /** Offset in the (expanded) file where the data begin, and their size without padding. */
  public long dataOffset() {
    return place.data();
  }

  public long dataBytes() {
    return structure.dataBytes();
  }

  /**
   * Physical values of {@code count} pixels, in file order.
   *
   * @param first pixel to begin with, from 0
   * @throws UnreadableFits when the image has fewer pixels
   */
  public float[] floats(long first, int count) {
    return pixels().floats(pixelBytes(first, count), count);
  }

  /** As {@link #floats}, in double precision. */
  public double[] doubles(long first, int count) {
    return pixels().doubles(pixelBytes(first, count), count);
  }

  /**
   * One row of a two-dimensional image; the only row of a one-dimensional one.
   *
   * @param row from 0
   * @throws UnreadableFits when there is no such row
   */
  public float[] floatRow(int row) {
    int width = rowLength(row);
    return floats((long) row * width, width);
  }

  /** As {@link #floatRow}, in double precision. */
  public double[] doubleRow(int row) {
    int width = rowLength(row);
    return doubles((long) row * width, width);
  }

  private int rowLength(int row) {
    long[] shape = structure.shape();
    long rows = shape.length == 1 ? 1 : shape.length == 2 ? shape[1] : 0;
    if (row < 0 || row >= rows || shape[0] > Integer.MAX_VALUE) {
      throw label.unreadable(
          "NAXIS2", rows + " rows in " + shape.length + " axes", "an image with row " + (row + 1));
    }
    return (int) shape[0];
  }

  private ByteBuffer pixelBytes(long first, int count) {
    if (structure.kind() != HduKind.PRIMARY && structure.kind() != HduKind.IMAGE) {
      throw label.unreadable("XTENSION", structure.kind(), "an image");
    }
    if (first < 0 || count < 0 || first > structure.elements() - count) {
      throw label.unreadable(
          "NAXIS",
          structure.elements() + " pixels",
          "pixels " + (first + 1) + " to " + (first + count));
    }
    int width = Math.abs(structure.bitpix()) / 8;
    if (count > Integer.MAX_VALUE / width - 8) {
      throw label.unreadable("NAXIS", count + " pixels at once", "fewer");
    }
    return bytes.slice(place.data() + first * width, count * width);
  }

  private PixelReader pixels() {
    PixelReader known = pixels;
    if (known == null) {
      known = PixelReader.of(header(), structure.bitpix());
      pixels = known;
    }
    return known;
  }

  /**
   * The table of a BINTABLE or TABLE HDU.
   *
   * @throws UnreadableFits when this is no table or its columns contradict themselves
   */
  public FitsTable table() {
    return switch (structure.kind()) {
      case BINTABLE -> BinaryTable.of(this);
      case TABLE -> AsciiTable.of(this);
      default -> throw label.unreadable("XTENSION", structure.kind(), "BINTABLE or TABLE");
    };
  }

  long headerOffset() {
    return place.header();
  }

  /** Where the HDU ends, padding included, whether the file holds it or not. */
  long paddedEnd() {
    long blocks = (structure.dataBytes() + HduScanner.BLOCK - 1) / HduScanner.BLOCK;
    return place.data() + blocks * HduScanner.BLOCK;
  }

  HduLabel label() {
    return label;
  }

  FitsBytes bytes() {
    return bytes;
  }

  HduStructure structure() {
    return structure;
  }
}
