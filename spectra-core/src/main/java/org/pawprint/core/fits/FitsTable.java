package org.pawprint.core.fits;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Cells of a binary or ASCII table as physical values: TSCAL and TZERO applied, TNULL and NaN as
 * absent. Columns go by name, in any case; of columns with one name the first counts. Rows count
 * from 0. All methods that take a column or row throw {@link UnreadableFits} when the table has no
 * such one.
 */
public abstract sealed class FitsTable permits BinaryTable, AsciiTable {
  private final FitsHdu hdu;
  private final List<FitsColumn> columns;
  private final Map<String, Integer> byName = new HashMap<>();
  private final int rowBytes;
  private final int rows;

  FitsTable(FitsHdu hdu, List<FitsColumn> columns, int rowBytes, int rows) {
    this.hdu = hdu;
    this.columns = List.copyOf(columns);
    this.rowBytes = rowBytes;
    this.rows = rows;
    for (int i = 0; i < columns.size(); i++) {
      byName.putIfAbsent(upper(columns.get(i).name()), i);
    }
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  /** Checks that this is a two-dimensional table of bytes and gives the length of a row. */
  static int rowBytes(FitsHdu hdu) {
    HduStructure structure = hdu.structure();
    if (structure.bitpix() != 8) {
      throw hdu.label().unreadable("BITPIX", structure.bitpix(), "8 in a table");
    }
    long[] shape = structure.shape();
    if (shape.length != 2) {
      throw hdu.label().unreadable("NAXIS", shape.length, "2 in a table");
    }
    if (shape[0] > Integer.MAX_VALUE - 8) {
      throw hdu.label().unreadable("NAXIS1", shape[0], "rows below 2 GiB");
    }
    if (shape[1] > Integer.MAX_VALUE - 8) {
      throw hdu.label().unreadable("NAXIS2", shape[1], "fewer than 2^31 rows");
    }
    return (int) shape[0];
  }

  /** Number of columns, at most 999 (FITS 4.0 section 7.3.1). */
  static int fields(FitsHdu hdu) {
    long fields = hdu.header().requiredInteger("TFIELDS");
    if (fields < 0 || fields > 999) {
      throw hdu.header().unreadable("TFIELDS", "0 to 999");
    }
    return (int) fields;
  }

  public final int rows() {
    return rows;
  }

  public final List<FitsColumn> columns() {
    return columns;
  }

  public final boolean has(String column) {
    return byName.containsKey(upper(column));
  }

  public final Optional<FitsColumn> column(String column) {
    return Optional.ofNullable(byName.get(upper(column))).map(columns::get);
  }

  final int indexOf(String column) {
    Integer index = byName.get(column);
    if (index == null) {
      index = byName.get(upper(column));
    }
    if (index == null) {
      throw hdu.label().unreadable("TTYPE", "no column " + column, "one of that name");
    }
    return index;
  }

  final FitsHdu hdu() {
    return hdu;
  }

  /** The bytes of one cell as stored in its row. */
  final ByteBuffer stored(FitsColumn column, int row) {
    if (row < 0 || row >= rows) {
      throw hdu.label().unreadable(column.name(), rows + " rows", "a row " + (row + 1));
    }
    long start = hdu.dataOffset() + (long) row * rowBytes + column.offset();
    return hdu.bytes().slice(start, column.width());
  }

  final int rowBytes() {
    return rowBytes;
  }

  /** The bytes of whole rows, which must fit into an array. */
  final byte[] storedRows(int first, int count) {
    return hdu.bytes().copy(hdu.dataOffset() + (long) first * rowBytes, count * rowBytes);
  }

  /**
   * The cell as text without blanks around: characters, a number in decimal, or T and F. Of a
   * vector the first element. Empty when blank or absent; characters outside printable ASCII read
   * as {@code ?}.
   */
  public abstract Optional<String> text(String column, int row);

  /** The (first) number of a cell; of text the number it spells; empty when null or not finite. */
  public abstract OptionalDouble number(String column, int row);

  /** The (first) number of every row, as {@link #number} has it; NaN where that is empty. */
  public double[] numbers(String column) {
    double[] numbers = new double[rows];
    for (int row = 0; row < rows; row++) {
      numbers[row] = number(column, row).orElse(Double.NaN);
    }
    return numbers;
  }

  /** The (first) number of a cell when it is whole, exact up to 64 bits. */
  public abstract OptionalLong integer(String column, int row);

  /** All numbers of a cell, NaN where null. */
  public abstract double[] doubles(String column, int row);

  /** As {@link #doubles}, in single precision. */
  public abstract float[] floats(String column, int row);

  static OptionalDouble finite(double number) {
    return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
  }

  /** Printable characters up to a NUL, without blanks around. */
  static String characters(ByteBuffer cell) {
    int length = cell.remaining();
    char[] characters = new char[length];
    for (int i = 0; i < length; i++) {
      byte b = cell.get(cell.position() + i);
      if (b == 0) {
        return new String(characters, 0, i).strip();
      }
      characters[i] = b < ' ' || b > '~' ? '?' : (char) b;
    }
    return new String(characters).strip();
  }
}
