package org.pawprint.core.fits;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A BINTABLE (FITS 4.0 section 7.3), with variable-length arrays in its heap. */
final class BinaryTable extends FitsTable {
  private static final Pattern FORM =
      Pattern.compile("(\\d{0,10})([LXBIJKAEDCM]|([PQ])([LXBIJKAEDCM])).*");

  /** TSCAL, TZERO and TNULL of a column. */
  private record Scaling(double scale, double zero, OptionalLong blank) {
    boolean plain() {
      return scale == 1 && zero == 0;
    }
  }

  /** Elements of one cell, wherever they are stored. */
  private record Cell(ByteBuffer bytes, int count) {}

  private final List<Scaling> scalings;
  private final long heapStart;
  private final long heapBytes;

  private BinaryTable(
      FitsHdu hdu, List<FitsColumn> columns, int rowBytes, List<Scaling> scalings, long heap) {
    super(hdu, columns, rowBytes, (int) hdu.structure().shape()[1]);
    this.scalings = scalings;
    this.heapStart = heap;
    this.heapBytes = hdu.structure().dataBytes() - heap;
  }

  static BinaryTable of(FitsHdu hdu) {
    FitsHeader header = hdu.header();
    int rowBytes = rowBytes(hdu);
    List<FitsColumn> columns = new ArrayList<>();
    List<Scaling> scalings = new ArrayList<>();
    int offset = 0;
    for (int i = 1; i <= fields(hdu); i++) {
      FitsColumn column = column(header, i, offset, rowBytes);
      columns.add(column);
      scalings.add(scaling(header, i));
      offset += column.width();
    }
    long heap = hdu.elements();
    if (header.text("THEAP").isPresent()) {
      heap = header.requiredInteger("THEAP");
      if (heap < hdu.elements() || heap > hdu.structure().dataBytes()) {
        throw header.unreadable("THEAP", "an offset between the rows and the end of the data");
      }
    }
    return new BinaryTable(hdu, columns, rowBytes, scalings, heap);
  }

  private static FitsColumn column(FitsHeader header, int number, int offset, int rowBytes) {
    String key = "TFORM" + number;
    Matcher form = FORM.matcher(header.requiredText(key));
    if (!form.matches()) {
      throw header.unreadable(key, "a repeat count and one of L X B I J K A E D C M P Q");
    }
    long repeat = form.group(1).isEmpty() ? 1 : Long.parseLong(form.group(1));
    boolean variable = form.group(3) != null;
    char type = form.group(2).charAt(0);
    if (variable && repeat > 1) {
      throw header.unreadable(key, "0 or 1 descriptor in a cell");
    }
    long width = type == 'X' ? (repeat + 7) / 8 : repeat * size(type);
    if (width > rowBytes - offset) {
      throw header.unreadable(key, "columns that fit into the " + rowBytes + " bytes of a row");
    }
    return new FitsColumn(
        header.text("TTYPE" + number).orElse(""),
        header.text("TUNIT" + number).orElse(""),
        type,
        variable ? form.group(4).charAt(0) : type,
        (int) repeat,
        (int) width,
        offset);
  }

  private static Scaling scaling(FitsHeader header, int number) {
    String scale = "TSCAL" + number;
    String zero = "TZERO" + number;
    String blank = "TNULL" + number;
    return new Scaling(
        header.text(scale).isPresent() ? header.requiredNumber(scale) : 1,
        header.text(zero).isPresent() ? header.requiredNumber(zero) : 0,
        header.integer(blank));
  }

  /** Bytes of one element, of a descriptor for P and Q. */
  private static int size(char type) {
    return switch (type) {
      case 'I' -> 2;
      case 'J', 'E' -> 4;
      case 'K', 'D', 'C', 'P' -> 8;
      case 'M', 'Q' -> 16;
      default -> 1;
    };
  }

  private Cell cell(FitsColumn column, int row) {
    ByteBuffer stored = stored(column, row);
    if (column.type() != 'P' && column.type() != 'Q') {
      return new Cell(stored, column.type() == 'X' ? column.width() : column.repeat());
    }
    if (column.repeat() == 0) {
      return new Cell(stored, 0);
    }
    boolean wide = column.type() == 'Q';
    long count = wide ? stored.getLong(0) : stored.getInt(0);
    long at = wide ? stored.getLong(8) : stored.getInt(4);
    if (column.elementType() == 'X' && count > 0) {
      count = (count - 1) / 8 + 1;
    }
    int size = size(column.elementType());
    if (count < 0 || at < 0 || count > Integer.MAX_VALUE / size || at > heapBytes - count * size) {
      throw hdu()
          .label()
          .unreadable(
              column.name(),
              "%d elements at %d of the heap in row %d".formatted(count, at, row + 1),
              "an array inside the heap of " + heapBytes + " bytes");
    }
    long start = hdu().dataOffset() + heapStart + at;
    return new Cell(hdu().bytes().slice(start, (int) count * size), (int) count);
  }

  @Override
  public Optional<String> text(String columnName, int row) {
    int index = indexOf(columnName);
    FitsColumn column = columns().get(index);
    Cell cell = cell(column, row);
    String text =
        switch (column.elementType()) {
          case 'A' -> characters(cell.bytes());
          case 'L' -> cell.count() == 0 ? "" : logical(cell.bytes().get(0));
          case 'E', 'D', 'C', 'M' -> {
            OptionalDouble number = number(columnName, row);
            yield number.isPresent() ? Double.toString(number.getAsDouble()) : "";
          }
          default -> {
            OptionalLong whole = integer(columnName, row);
            OptionalDouble number = number(columnName, row);
            yield whole.isPresent()
                ? Long.toString(whole.getAsLong())
                : number.isPresent() ? Double.toString(number.getAsDouble()) : "";
          }
        };
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static String logical(byte stored) {
    return stored == 'T' ? "T" : stored == 'F' ? "F" : "";
  }

  @Override
  public OptionalDouble number(String columnName, int row) {
    int index = indexOf(columnName);
    FitsColumn column = columns().get(index);
    Cell cell = cell(column, row);
    if (column.elementType() == 'A') {
      Optional<Double> spelt = HeaderCard.number(characters(cell.bytes()));
      return spelt.isPresent() ? OptionalDouble.of(spelt.get()) : OptionalDouble.empty();
    }
    return cell.count() == 0
        ? OptionalDouble.empty()
        : finite(physical(column.elementType(), scalings.get(index), cell.bytes(), 0));
  }

  @Override
  public OptionalLong integer(String columnName, int row) {
    int index = indexOf(columnName);
    FitsColumn column = columns().get(index);
    if ("BIJK".indexOf(column.elementType()) >= 0 && scalings.get(index).plain()) {
      Cell cell = cell(column, row);
      if (cell.count() == 0) {
        return OptionalLong.empty();
      }
      long raw = whole(column.elementType(), cell.bytes(), 0);
      OptionalLong blank = scalings.get(index).blank();
      return blank.isPresent() && blank.getAsLong() == raw
          ? OptionalLong.empty()
          : OptionalLong.of(raw);
    }
    if (column.elementType() == 'A') {
      return HeaderCard.whole(characters(cell(column, row).bytes()));
    }
    OptionalDouble number = number(columnName, row);
    return number.isPresent() ? HeaderCard.whole(number.getAsDouble()) : OptionalLong.empty();
  }

  @Override
  public double[] doubles(String columnName, int row) {
    int index = indexOf(columnName);
    FitsColumn column = columns().get(index);
    Cell cell = numbers(column, row);
    Scaling scaling = scalings.get(index);
    double[] values = new double[elements(column, cell)];
    if (column.elementType() == 'D' && scaling.plain()) {
      cell.bytes().asDoubleBuffer().get(values);
      return values;
    }
    char type = part(column.elementType());
    for (int i = 0; i < values.length; i++) {
      values[i] = physical(type, scaling, cell.bytes(), i);
    }
    return values;
  }

  @Override
  public float[] floats(String columnName, int row) {
    int index = indexOf(columnName);
    FitsColumn column = columns().get(index);
    Cell cell = numbers(column, row);
    Scaling scaling = scalings.get(index);
    float[] values = new float[elements(column, cell)];
    if (column.elementType() == 'E' && scaling.plain()) {
      cell.bytes().asFloatBuffer().get(values);
      return values;
    }
    char type = part(column.elementType());
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) physical(type, scaling, cell.bytes(), i);
    }
    return values;
  }

  private Cell numbers(FitsColumn column, int row) {
    if (column.elementType() == 'A') {
      throw hdu().label().unreadable(column.name(), "a column of text", "numbers");
    }
    return cell(column, row);
  }

  /** Numbers in a cell; of complex values both parts count. */
  private static int elements(FitsColumn column, Cell cell) {
    char type = column.elementType();
    return type == 'C' || type == 'M' ? 2 * cell.count() : cell.count();
  }

  private static char part(char type) {
    return type == 'C' ? 'E' : type == 'M' ? 'D' : type;
  }

  private static double physical(char type, Scaling scaling, ByteBuffer bytes, int i) {
    double value;
    switch (type) {
      case 'E', 'C' -> value = bytes.getFloat(4 * i);
      case 'D', 'M' -> value = bytes.getDouble(8 * i);
      case 'L' -> {
        byte stored = bytes.get(i);
        return stored == 'T' ? 1 : stored == 'F' ? 0 : Double.NaN;
      }
      default -> {
        long raw = whole(type, bytes, i);
        OptionalLong blank = scaling.blank();
        if (blank.isPresent() && blank.getAsLong() == raw) {
          return Double.NaN;
        }
        value = raw;
      }
    }
    return scaling.plain() ? value : scaling.zero() + scaling.scale() * value;
  }

  private static long whole(char type, ByteBuffer bytes, int i) {
    return switch (type) {
      case 'I' -> bytes.getShort(2 * i);
      case 'J' -> bytes.getInt(4 * i);
      case 'K' -> bytes.getLong(8 * i);
      default -> bytes.get(i) & 0xff;
    };
  }
}
