package org.pawprint.core.fits;

import java.nio.ByteBuffer;
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

  /** TSCAL, TZERO, TNULL and the decimals of TFORM. */
  private record Scaling(double scale, double zero, Optional<String> blank, int decimals) {
    boolean plain() {
      return scale == 1 && zero == 0;
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
    Scaling scaling = scalings.get(indexOf(column));
    Optional<String> text = text(column, row);
    Optional<Double> number = text.flatMap(HeaderCard::number);
    if (number.isEmpty()) {
      return OptionalDouble.empty();
    }
    double value = number.get();
    // Digits without a point have an implied one, as in Fortran (FITS 4.0 section 7.2.5).
    if (scaling.decimals() > 0 && isDigits(text.orElse(""))) {
      value /= Math.pow(10, scaling.decimals());
    }
    return finite(scaling.plain() ? value : scaling.zero() + scaling.scale() * value);
  }

  /**
   * Whether there is neither point nor exponent; what is no number at all was sorted out before.
   */
  private static boolean isDigits(String number) {
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (c == '.' || c > '9') {
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
