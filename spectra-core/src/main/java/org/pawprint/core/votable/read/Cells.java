package org.pawprint.core.votable.read;

import java.io.DataInput;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the cells of one field, from text and from bytes, into its column. */
final class Cells {
  private static final Pattern SHAPE = Pattern.compile("((?:\\d{1,9}x)*)(\\d{1,9})?(\\*)?");
  private static final int LONGEST_TEXT = 1 << 16;

  private final ReadField field;
  private final CellType type;
  private final boolean variable;
  private final long elements;
  private final OptionalDouble blank;
  private final NumberColumn column = new NumberColumn();
  private final List<String> texts = new ArrayList<>();
  private final Kept kept;
  private final Budget budget;

  /** Which cells are kept; the others are read and forgotten. */
  enum Kept {
    NUMBERS,
    TEXTS,
    NOTHING
  }

  /**
   * @param blank number that stands for null
   * @throws IllegalArgumentException when datatype or arraysize are none of VOTable
   */
  Cells(ReadField field, OptionalDouble blank, Kept kept, Budget budget) {
    this.field = field;
    this.kept = kept;
    this.blank = blank;
    this.budget = budget;
    this.type =
        CellType.of(field.datatype())
            .orElseThrow(() -> new IllegalArgumentException("datatype=" + field.datatype()));
    String shape = field.arraysize().strip();
    Matcher m = SHAPE.matcher(shape);
    if (!m.matches()) {
      throw new IllegalArgumentException("arraysize=" + shape);
    }
    this.variable = m.group(3) != null;
    this.elements = variable ? 0 : elements(m);
  }

  private static long elements(Matcher m) {
    long product = 1;
    for (String axis : m.group(1).split("x", -1)) {
      if (!axis.isEmpty()) {
        product = Math.multiplyExact(product, Long.parseLong(axis));
      }
    }
    return m.group(2) == null ? product : Math.multiplyExact(product, Long.parseLong(m.group(2)));
  }

  ReadField field() {
    return field;
  }

  NumberColumn column() {
    return column;
  }

  /** Texts that were kept, row after row; empty for null. */
  List<String> texts() {
    return texts;
  }

  /**
   * Reads a TD.
   *
   * @throws IllegalArgumentException when it spells no number
   */
  void text(String cell) {
    if (!type.isNumber()) {
      add(cell);
      return;
    }
    int end = cell.length();
    int from = afterBlanks(cell, 0);
    if (from == end) {
      add(Double.NaN);
    }
    while (from < end) {
      int to = from;
      while (to < end && !isBlank(cell.charAt(to))) {
        to++;
      }
      OptionalDouble parsed = CellType.parse(cell, from, to);
      if (parsed.isEmpty()) {
        throw new IllegalArgumentException("'" + cell.substring(from, to) + "'");
      }
      add(parsed.getAsDouble());
      from = afterBlanks(cell, to);
    }
  }

  private static int afterBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** White space of XML. */
  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  /**
   * Reads a cell of BINARY or BINARY2.
   *
   * @param isNull by BINARY2's flags; its bytes are to be read all the same
   * @return how many bytes it took
   */
  long binary(DataInput in, boolean isNull) throws IOException {
    long count = variable ? in.readInt() : elements;
    if (count < 0) {
      throw new IllegalArgumentException("an array of " + count + " elements");
    }
    long bytes = type.bytes(count);
    if (type.isNumber()) {
      for (long i = 0; i < count; i++) {
        double number = number(in);
        add(isNull ? Double.NaN : number);
      }
    } else {
      budget.spendBytes(bytes);
      if (kept == Kept.TEXTS && type.charset().isPresent()) {
        String text = text(in, bytes, type.charset().get());
        add(isNull ? "" : text);
      } else {
        skip(in, bytes);
      }
    }
    return variable ? Integer.BYTES + bytes : bytes;
  }

  private static String text(DataInput in, long bytes, Charset charset) throws IOException {
    if (bytes > LONGEST_TEXT) {
      throw new IllegalArgumentException("a text of " + bytes + " bytes");
    }
    byte[] text = new byte[(int) bytes];
    in.readFully(text);
    return new String(text, charset);
  }

  private static void skip(DataInput in, long bytes) throws IOException {
    for (long i = 0; i < bytes; i++) {
      in.readByte();
    }
  }

  private double number(DataInput in) throws IOException {
    return switch (type) {
      case UNSIGNED_BYTE -> in.readUnsignedByte();
      case SHORT -> in.readShort();
      case INT -> in.readInt();
      case LONG -> in.readLong();
      case FLOAT -> in.readFloat();
      default -> in.readDouble();
    };
  }

  /** Fixed widths are filled up with NUL. */
  private void add(String text) {
    if (kept == Kept.TEXTS) {
      budget.spendNumber();
      int end = text.indexOf('\0');
      texts.add((end < 0 ? text : text.substring(0, end)).strip());
    }
  }

  private void add(double number) {
    if (kept != Kept.NUMBERS) {
      return;
    }
    budget.spendNumber();
    column.add(blank.isPresent() && blank.getAsDouble() == number ? Double.NaN : number);
  }

  /** How much the document may still cost. */
  interface Budget {
    void spendNumber();

    void spendBytes(long bytes);
  }
}
