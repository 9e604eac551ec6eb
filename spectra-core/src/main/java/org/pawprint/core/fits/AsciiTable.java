package org.pawprint.core.fits;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An ASCII TABLE (FITS 4.0 section 7.2); every cell is one value. */
final class AsciiTable extends FitsTable {
  private static final Pattern FORM = Pattern.compile("([AIFED])(\\d{1,9})(?:\\.(\\d{1,3}))?.*");

  private static final int BYTES_AT_ONCE = 1 << 18;

  /** TSCAL, TZERO, TNULL and the decimals of TFORM. */
  private record Scaling(double scale, double zero, Optional<String> blank, int decimals) {
    boolean plain() {
      return scale == 1 && zero == 0;
    }

    boolean isBlank(String text, int from, int to) {
      return blank.isPresent()
          && blank.get().length() == to - from
          && text.startsWith(blank.get(), from);
    }
  }

  private final List<Scaling> scalings;

  private AsciiTable(FitsHdu hdu, List<FitsColumn> columns, int rowBytes, List<Scaling> scalings) {
    super(hdu, columns, rowBytes, (int) hdu.structure().shape()[1]);
    this.scalings = scalings;
  }

  static AsciiTable of(FitsHdu hdu) {
    int rowBytes = rowBytes(hdu);
    List<FitsColumn> columns = new ArrayList<>();
    List<Scaling> scalings = new ArrayList<>();
    for (int i = 1; i <= fields(hdu); i++) {
      add(hdu.header(), i, rowBytes, columns, scalings);
    }
    return new AsciiTable(hdu, columns, rowBytes, scalings);
  }

  private static void add(
      FitsHeader header, int i, int rowBytes, List<FitsColumn> columns, List<Scaling> scalings) {
    String key = "TFORM" + i;
    Matcher form = FORM.matcher(header.requiredText(key));
    if (!form.matches()) {
      throw header.unreadable(key, "Aw, Iw, Fw.d, Ew.d or Dw.d");
    }
    int width = Integer.parseInt(form.group(2));
    long start = header.requiredInteger("TBCOL" + i);
    if (start < 1 || start > rowBytes || width > rowBytes - (start - 1)) {
      throw header.unreadable("TBCOL" + i, "a column inside the " + rowBytes + " bytes of a row");
    }
    char type = form.group(1).charAt(0);
    columns.add(
        new FitsColumn(
            header.text("TTYPE" + i).orElse(""),
            header.text("TUNIT" + i).orElse(""),
            type,
            type,
            type == 'A' ? width : 1,
            width,
            (int) start - 1));
    scalings.add(
        new Scaling(
            header.text("TSCAL" + i).isPresent() ? header.requiredNumber("TSCAL" + i) : 1,
            header.text("TZERO" + i).isPresent() ? header.requiredNumber("TZERO" + i) : 0,
            header.text("TNULL" + i),
            form.group(3) == null ? 0 : Integer.parseInt(form.group(3))));
  }

  @Override
  public Optional<String> text(String column, int row) {
    int index = indexOf(column);
    ByteBuffer stored = stored(columns().get(index), row);
    String text = characters(stored);
    return text.isEmpty() || scalings.get(index).blank().equals(Optional.of(text))
        ? Optional.empty()
        : Optional.of(text);
  }

  @Override
  public OptionalDouble number(String column, int row) {
    int index = indexOf(column);
    String cell = characters(stored(columns().get(index), row));
    return finite(value(cell, 0, cell.length(), scalings.get(index)));
  }

  /** Reads many rows at once, without a text for each cell. */
  @Override
  public double[] numbers(String column) {
    int index = indexOf(column);
    FitsColumn field = columns().get(index);
    if (rowBytes() == 0 || rowBytes() > BYTES_AT_ONCE) {
      return super.numbers(column);
    }
    int atOnce = BYTES_AT_ONCE / rowBytes();
    double[] numbers = new double[rows()];
    for (int first = 0; first < numbers.length; first += atOnce) {
      int count = Math.min(atOnce, numbers.length - first);
      String some = new String(storedRows(first, count), StandardCharsets.ISO_8859_1);
      for (int i = 0; i < count; i++) {
        int from = i * rowBytes() + field.offset();
        numbers[first + i] = value(some, from, from + field.width(), scalings.get(index));
      }
    }
    return numbers;
  }

  /** The number between two places, without what TNULL says; NaN where there is none. */
  private static double value(String text, int from, int to, Scaling scaling) {
    int end = from;
    while (end < to && text.charAt(end) != 0) {
      end++;
    }
    int start = from;
    while (start < end && text.charAt(start) == ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) == ' ') {
      end--;
    }
    if (scaling.isBlank(text, start, end)) {
      return Double.NaN;
    }
    double value = DecimalNumber.parse(text, start, end);
    // Digits without a point have an implied one, as in Fortran (FITS 4.0 section 7.2.5).
    if (scaling.decimals() > 0 && isDigits(text, start, end)) {
      value /= Math.pow(10, scaling.decimals());
    }
    value = scaling.plain() ? value : scaling.zero() + scaling.scale() * value;
    return Double.isFinite(value) ? value : Double.NaN;
  }

  /**
   * Whether there is neither point nor exponent; what is no number at all comes to nothing anyway.
   */
  private static boolean isDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '.' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  @Override
  public OptionalLong integer(String column, int row) {
    Scaling scaling = scalings.get(indexOf(column));
    if (scaling.plain() && scaling.decimals() == 0) {
      Optional<String> text = text(column, row);
      return text.isPresent() ? HeaderCard.whole(text.get()) : OptionalLong.empty();
    }
    OptionalDouble number = number(column, row);
    return number.isPresent() ? HeaderCard.whole(number.getAsDouble()) : OptionalLong.empty();
  }

  @Override
  public double[] doubles(String column, int row) {
    return new double[] {number(column, row).orElse(Double.NaN)};
  }

  @Override
  public float[] floats(String column, int row) {
    return new float[] {(float) number(column, row).orElse(Double.NaN)};
  }
}
