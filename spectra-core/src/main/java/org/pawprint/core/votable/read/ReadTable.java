package org.pawprint.core.votable.read;

import java.util.Collections;
import java.util.List;
import org.pawprint.core.fits.UnreadableFits;

/** One TABLE: its fields, the numbers of its columns, and the PARAMs that hold for it. */
public final class ReadTable {
  private final String document;
  private final String label;
  private final String utype;
  private final List<ReadField> params;
  private final List<ReadField> fields;
  private final List<NumberColumn> columns;
  private final List<List<String>> texts;
  private final int rows;

  ReadTable(
      String document,
      String label,
      String utype,
      List<ReadField> params,
      List<ReadField> fields,
      List<NumberColumn> columns,
      List<List<String>> texts,
      int rows) {
    this.document = document;
    this.label = label;
    this.utype = utype;
    this.params = List.copyOf(params);
    this.fields = List.copyOf(fields);
    this.columns = columns;
    this.texts = texts;
    this.rows = rows;
  }

  public String utype() {
    return utype;
  }

  /** PARAMs of the table, of its groups and of the resources around it, the innermost first. */
  public List<ReadField> params() {
    return params;
  }

  public List<ReadField> fields() {
    return fields;
  }

  public int rows() {
    return rows;
  }

  /**
   * All numbers of a column, row after row; NaN for null, nothing for text.
   *
   * @param field index into {@link #fields}
   */
  public double[] numbers(int field) {
    return columns.get(field).toArray();
  }

  /**
   * The texts of a column, row after row, without blanks around; empty for null, and no rows where
   * the column was not read for its texts.
   *
   * @param field index into {@link #fields}
   */
  public List<String> texts(int field) {
    return Collections.unmodifiableList(texts.get(field));
  }

  /** Numbers and texts in all columns. */
  int size() {
    return columns.stream().mapToInt(NumberColumn::size).sum()
        + texts.stream().mapToInt(List::size).sum();
  }

  /** A fault of this table. */
  public UnreadableFits unreadable(String keyword, String found, String expected) {
    return new UnreadableFits(document, label, keyword, found, expected);
  }
}
