package org.pawprint.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pawprint.core.votable.DataType;
import org.pawprint.core.votable.Field;
import org.pawprint.core.votable.RowSink;

/** Expected texts by RFC 4180 and RFC 8259. */
class TextRowsTest {
  private static final List<Field> FIELDS =
      List.of(
          Field.text("name").ucd("meta.id").build(),
          Field.named("z", DataType.DOUBLE).build(),
          Field.named("n", DataType.LONG).build(),
          Field.named("pos", DataType.DOUBLE).arraysize("2").unit("deg").build(),
          Field.text("at").xtype("timestamp").build());

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private static void fill(RowSink rows) throws IOException {
    rows.cell("say \"hi\", Å");
    rows.cell(0.1);
    rows.cell(7L);
    rows.cell(new double[] {1.5, -2});
    rows.cell(Instant.parse("2026-11-24T01:02:03.456789Z"));
    rows.endRow();
    rows.cell("tab\tand\nline");
    rows.cell(Double.NaN);
    rows.nullCell();
    rows.cell(new double[] {Double.POSITIVE_INFINITY, 0});
    rows.nullCell();
    rows.endRow();
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void csvQuotesWhatNeedsItAndLeavesUnknownCellsEmpty() throws IOException {
    DelimitedRows rows = DelimitedRows.csv(out, FIELDS);
    fill(rows);
    rows.flush();

    assertThat(text())
        .isEqualTo(
            "name,z,n,pos,at\r\n"
                + "\"say \"\"hi\"\", Å\",0.1,7,1.5 -2,2026-11-24T01:02:03.456\r\n"
                + "\"tab\tand\nline\",,,+Inf 0,\r\n");
  }

  @Test
  void tsvHasNoTabsAndLinesWithinACell() throws IOException {
    DelimitedRows rows = DelimitedRows.tsv(out, FIELDS);
    fill(rows);
    rows.flush();

    assertThat(text())
        .isEqualTo(
            "name\tz\tn\tpos\tat\n"
                + "say \"hi\", Å\t0.1\t7\t1.5 -2\t2026-11-24T01:02:03.456\n"
                + "tab and line\t\t\t+Inf 0\t\n");
  }

  @Test
  void jsonDescribesItsColumnsAndKnowsNull() throws IOException {
    JsonRows rows = new JsonRows(out, FIELDS);
    fill(rows);
    rows.end(Map.of("query_status", "OK"));

    assertThat(text())
        .contains(
            "{\"name\": \"pos\", \"datatype\": \"double\", \"arraysize\": \"2\", \"unit\": \"deg\"}")
        .endsWith(
            """
            "data": [
            ["say \\u0022hi\\u0022, Å", 0.1, 7, [1.5, -2], "2026-11-24T01:02:03.456"],
            ["tab\\u0009and\\u000aline", null, null, [null, 0], null]],
            "query_status": "OK"}
            """);
  }

  @Test
  void aRowThatWasNotEndedIsDropped() throws IOException {
    JsonRows rows = new JsonRows(out, FIELDS);
    rows.cell("half");
    rows.end(Map.of("query_status", "ERROR"));

    assertThat(text()).endsWith("\"data\": [],\n\"query_status\": \"ERROR\"}\n");
  }

  @Test
  void refusesRowsOfTheWrongLength() {
    DelimitedRows rows = DelimitedRows.csv(out, FIELDS);
    rows.cell("alone");

    assertThatThrownBy(rows::endRow).hasMessage("a row of 1 cells where 5");
  }
}
