package org.pawprint.core.votable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pawprint.core.votable.Documents.ALL;
import static org.pawprint.core.votable.Documents.FIBRE;
import static org.pawprint.core.votable.Documents.NAME;
import static org.pawprint.core.votable.Documents.RA;
import static org.pawprint.core.votable.Documents.cells;
import static org.pawprint.core.votable.Documents.elements;
import static org.pawprint.core.votable.Documents.parse;
import static org.pawprint.core.votable.Documents.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class VoTableWriterTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void writesCellsOfEveryType() throws Exception {
    VoTableWriter document = table(out, Serialisation.TABLEDATA, ALL);
    fullRow(document.rows());
    document.endTable().endResource().end();

    assertThat(cells(parse(out)))
        .containsExactly(
            "Abell 1",
            "123.456789012345",
            "0.1",
            "-7",
            "9007199254740993",
            "true",
            "1.5 -2.25",
            "1 NaN 0.3",
            "0 255",
            "2026-01-02T03:04:00.070");
  }

  @Test
  void writesUnknownValuesAsEmptyCells() throws Exception {
    VoTableWriter document = table(out, Serialisation.TABLEDATA, ALL);
    RowSink rows = document.rows();
    rows.cell("");
    rows.cell(Double.NaN);
    for (int i = 2; i < ALL.size(); i++) {
      rows.value(null);
    }
    rows.endRow();
    document.endTable().endResource().end();
    List<String> cells = cells(parse(out));
    assertThat(cells).hasSize(ALL.size());
    // votlint wants a fixed array to have its elements.
    int location = ALL.indexOf(Documents.LOCATION);
    assertThat(cells.get(location)).isEqualTo("NaN NaN");
    assertThat(cells).filteredOn(cell -> !cell.isEmpty()).hasSize(1);
  }

  @Test
  void keepsTextApartFromMarkupAndDropsWhatXmlCannotHold() throws Exception {
    String given = "a<b>&\"c\" ]]> \u0000\u000b\ufffe é 星 \uD83D\uDD2D \uD83D lone\uDD2D\r\n\tend";
    VoTableWriter document = new VoTableWriter(out, Serialisation.TABLEDATA);
    document.startResults().add(Info.of("QUERY", given, given)).startTable().add(NAME);
    RowSink rows = document.rows();
    rows.cell(given);
    rows.endRow();
    document.endTable().endResource().end();

    String kept = "a<b>&\"c\" ]]>  é 星 \uD83D\uDD2D  lone\r\n\tend";
    Document read = parse(out);
    assertThat(cells(read)).containsExactly(kept);
    Element info = elements(read, "INFO").get(0);
    assertThat(info.getAttribute("value")).isEqualTo(kept);
    assertThat(info.getTextContent()).isEqualTo(kept);
  }

  /** The layout of VOTable 1.4, 5.4: flags, then cells; read here by hand. */
  @Test
  void writesBinary2AsTheStandardLaysItOut() throws Exception {
    VoTableWriter document = table(out, Serialisation.BINARY2, ALL);
    RowSink rows = document.rows();
    fullRow(rows);
    for (int i = 0; i < ALL.size(); i++) {
      rows.nullCell();
    }
    rows.endRow();
    document.endTable().endResource().end();

    DataInputStream in = stream();
    assertThat(in.readUnsignedShort()).isZero();
    assertThat(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8))
        .isEqualTo("Abell 1");
    assertThat(in.readDouble()).isEqualTo(123.456789012345);
    assertThat(in.readFloat()).isEqualTo(0.1f);
    assertThat(in.readInt()).isEqualTo(-7);
    assertThat(in.readLong()).isEqualTo(9007199254740993L);
    assertThat(in.readByte()).isEqualTo((byte) 'T');
    assertThat(in.readDouble()).isEqualTo(1.5);
    assertThat(in.readDouble()).isEqualTo(-2.25);
    assertThat(in.readInt()).isEqualTo(3);
    assertThat(new float[] {in.readFloat(), in.readFloat(), in.readFloat()})
        .containsExactly(1f, Float.NaN, 0.3f);
    assertThat(in.readInt()).isEqualTo(2);
    assertThat(in.readNBytes(2)).containsExactly(0, 255);
    assertThat(new String(in.readNBytes(in.readInt()), StandardCharsets.US_ASCII))
        .isEqualTo("2026-01-02T03:04:00.070");
    // Ten flags set from the left, then 4+8+4+4+8+1+16+4+4+4 bytes of place holders.
    assertThat(in.readUnsignedShort()).isEqualTo(0b1111_1111_1100_0000);
    assertThat(in.readAllBytes()).hasSize(57);
  }

  @Test
  void keepsEveryByteOfManyBinaryRows() throws Exception {
    VoTableWriter document = table(out, Serialisation.BINARY2, List.of(NAME, FIBRE));
    RowSink rows = document.rows();
    for (int i = 0; i < 20_000; i++) {
      rows.cell("x".repeat(i % 7 + 1));
      rows.cell(i);
      rows.endRow();
    }
    document.endTable().endResource().end();
    DataInputStream in = stream();
    for (int i = 0; i < 20_000; i++) {
      assertThat(in.readByte()).isZero();
      assertThat(in.readNBytes(in.readInt())).hasSize(i % 7 + 1);
      assertThat(in.readInt()).isEqualTo(i);
    }
    assertThat(in.read()).isEqualTo(-1);
  }

  @Test
  void endsAFailedAnswerAsAWholeDocumentWithoutTheHalfRow() throws Exception {
    for (Serialisation as : Serialisation.values()) {
      out.reset();
      VoTableWriter document = table(out, as, List.of(NAME, FIBRE));
      RowSink rows = document.rows();
      rows.cell("whole");
      rows.cell(1);
      rows.endRow();
      rows.cell("half");
      document.fail("the database went away");

      List<Element> infos = elements(parse(out), "INFO");
      assertThat(infos).hasSize(2);
      Element last = infos.get(1);
      assertThat(last.getAttribute("value")).isEqualTo("ERROR");
      assertThat(last.getTextContent()).isEqualTo("the database went away");
      assertThat(last.getParentNode().getNodeName()).isEqualTo("RESOURCE");
      assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("half");
    }
  }

  @Test
  void putsOverflowBehindTheTable() throws Exception {
    VoTableWriter document = table(out, Serialisation.TABLEDATA, List.of(FIBRE));
    document.rows();
    document.endTable().add(Info.overflow("more rows match")).endResource().end();
    Element table = elements(parse(out), "TABLE").get(0);
    Element info = (Element) table.getNextSibling().getNextSibling();
    assertThat(info.getAttribute("value")).isEqualTo("OVERFLOW");
  }

  @Test
  void refusesElementsOutOfTheSchemasOrder() throws IOException {
    VoTableWriter document = new VoTableWriter(out, Serialisation.TABLEDATA);
    assertThatThrownBy(() -> document.add(RA)).hasMessageContaining("does not belong in VOTABLE");
    document.startResults().add(new CooSys("sys", "ICRS"));
    assertThatThrownBy(() -> document.add(Info.ok())).hasMessageContaining("too late");
    assertThatThrownBy(document::end).hasMessageContaining("VOTABLE is expected");
    document.startTable();
    assertThatThrownBy(document::rows).hasMessageContaining("need fields");
    document.add(RA);
    document.rows();
    assertThatThrownBy(() -> document.add(Info.ok())).hasMessageContaining("end the table");
    document.endTable().endResource().end();
    assertThatThrownBy(document::endResource).hasMessageContaining("has ended");
  }

  @Test
  void refusesCellsThatDoNotFitTheirFields() throws IOException {
    for (Serialisation as : Serialisation.values()) {
      RowSink rows = table(out, as, List.of(FIBRE, Documents.LOCATION)).rows();
      assertThatThrownBy(() -> rows.cell("text")).hasMessageContaining("fibre");
      RowSink fresh = table(out, as, List.of(FIBRE, Documents.LOCATION)).rows();
      fresh.cell(1);
      assertThatThrownBy(fresh::endRow).hasMessageContaining("1 cells where 2");
      assertThatThrownBy(() -> fresh.cell(new double[3])).hasMessageContaining("location");
      assertThatThrownBy(() -> fresh.cell(5)).hasMessageContaining("only 2 cells");
    }
  }

  @Test
  void refusesFieldsThatNoDocumentCouldHold() {
    assertThatThrownBy(() -> Field.text("a").id("1st").build()).hasMessageContaining("1st");
    assertThatThrownBy(() -> Field.text("").build()).hasMessageContaining("without a name");
    assertThatThrownBy(() -> Field.text("a").arraysize("x2").build()).hasMessageContaining("x2");
  }

  @Test
  void saysWhyThereIsNoAnswer() throws Exception {
    VoTableError.write(out, "POS: '1' & more", List.of(Info.of("SERVICE_PROTOCOL", "1.1", "SSAP")));
    List<Element> infos = elements(parse(out), "INFO");
    assertThat(infos.get(0).getAttribute("value")).isEqualTo("ERROR");
    assertThat(infos.get(0).getTextContent()).isEqualTo("POS: '1' & more");
    assertThat(infos.get(1).getTextContent()).isEqualTo("SSAP");
  }

  private static void fullRow(RowSink rows) throws IOException {
    rows.cell("Abell 1");
    rows.cell(123.456789012345);
    rows.cell(0.1);
    rows.cell(-7);
    rows.cell(9007199254740993L);
    rows.cell(true);
    rows.cell(new double[] {1.5, -2.25});
    rows.cell(new float[] {1, Float.NaN, 0.3f});
    rows.cell(new byte[] {0, (byte) 255});
    rows.cell(Instant.parse("2026-01-02T03:04:00.070Z"));
    rows.endRow();
  }

  private DataInputStream stream() throws Exception {
    String base64 = elements(parse(out), "STREAM").get(0).getTextContent();
    return new DataInputStream(new ByteArrayInputStream(Base64.getMimeDecoder().decode(base64)));
  }
}
