package org.pawprint.core.fits;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;

/**
 * A two-dimensional image of whole numbers that is stored in compressed tiles of one row each (FITS
 * 4.0 section 10), as surveys keep their masks. Compressions: RICE_1 and GZIP_1.
 */
public final class CompressedImage {
  private static final String TILES = "COMPRESSED_DATA";
  private static final int BYTES_PER_PIXEL = 4;

  private final FitsHdu hdu;
  private final FitsTable table;
  private final int width;
  private final int rows;
  private final boolean rice;
  private final double zero;
  private final int blockSize;

  /**
   * @throws UnreadableFits when the tiles are of another kind than described above
   */
  public CompressedImage(FitsHdu hdu) {
    FitsHeader header = hdu.header();
    this.hdu = hdu;
    this.table = hdu.table();
    this.width = size(header, "ZNAXIS1");
    this.rows = size(header, "ZNAXIS2");
    require(header, "ZBITPIX", 32);
    require(header, "ZTILE1", width);
    require(header, "ZTILE2", 1);
    String compression = header.requiredText("ZCMPTYPE");
    this.rice = compression.equals("RICE_1");
    if (!rice && !compression.equals("GZIP_1")) {
      throw header.unreadable("ZCMPTYPE", "RICE_1 or GZIP_1");
    }
    this.zero = header.number("BZERO").orElse(0);
    this.blockSize = parameter(header, "BLOCKSIZE", RiceTile.USUAL_BLOCK);
    if (parameter(header, "BYTEPIX", BYTES_PER_PIXEL) != BYTES_PER_PIXEL) {
      throw header.unreadable("ZVAL2", "BYTEPIX 4, as ZBITPIX");
    }
    if (table.rows() != rows) {
      throw header.unreadable("NAXIS2", rows + " tiles");
    }
  }

  /** Whether a table holds an image in tiles. */
  public static boolean isIn(FitsHdu hdu) {
    return hdu.kind() == HduKind.BINTABLE && hdu.header().logical("ZIMAGE").orElse(false);
  }

  private static int size(FitsHeader header, String key) {
    long size = header.requiredInteger(key);
    if (size < 1 || size > 1 << 24) {
      throw header.unreadable(key, "1 to 16777216 pixels");
    }
    return (int) size;
  }

  private static void require(FitsHeader header, String key, long value) {
    if (header.integer(key).orElse(value) != value) {
      throw header.unreadable(key, String.valueOf(value));
    }
  }

  private static int parameter(FitsHeader header, String name, int usual) {
    for (int i = 1; header.has("ZNAME" + i); i++) {
      if (header.text("ZNAME" + i).filter(name::equals).isPresent()) {
        long value = header.requiredInteger("ZVAL" + i);
        if (value < 1 || value > 1024) {
          throw header.unreadable("ZVAL" + i, "1 to 1024");
        }
        return (int) value;
      }
    }
    return usual;
  }

  /** Lengths of the axes of the image itself, the fastest first. */
  public long[] shape() {
    return new long[] {width, rows};
  }

  /**
   * Physical values of a row.
   *
   * @param row from 0
   */
  public double[] doubleRow(int row) {
    byte[] tile = bytes(table.doubles(TILES, row));
    int[] stored;
    try {
      stored = rice ? new RiceTile(tile, blockSize).decode(width) : gunzip(tile);
    } catch (IOException | IndexOutOfBoundsException e) {
      throw hdu.header().unreadable(TILES, "damaged tile " + (row + 1), width + " pixels");
    }
    double[] values = new double[width];
    for (int i = 0; i < width; i++) {
      values[i] = stored[i] + zero;
    }
    return values;
  }

  private static byte[] bytes(double[] numbers) {
    byte[] bytes = new byte[numbers.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (int) numbers[i];
    }
    return bytes;
  }

  private int[] gunzip(byte[] tile) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(tile))) {
      int[] stored = new int[width];
      ByteBuffer.wrap(in.readNBytes(width * BYTES_PER_PIXEL)).asIntBuffer().get(stored, 0, width);
      return stored;
    } catch (BufferUnderflowException e) {
      throw new IOException(e);
    }
  }
}
