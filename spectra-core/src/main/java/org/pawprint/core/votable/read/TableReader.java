package org.pawprint.core.votable.read;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.pawprint.core.fits.UnreadableFits;

/** Reads one TABLE element. */
final class TableReader {
  private static final int BUFFER = 1 << 13;

  private final XMLStreamReader xml;
  private final String document;
  private final String label;
  private final VoTableLimits limits;
  private final Function<ReadField, Cells.Kept> kept;
  private final Spending spending;
  private final List<ReadField> params = new ArrayList<>();
  private final List<Cells> cells = new ArrayList<>();
  private int rows;

  /**
   * @param number of the table in the document, from 1
   * @param kept what is kept of a field
   * @param spent numbers in the tables before
   */
  TableReader(
      XMLStreamReader xml,
      String document,
      int number,
      VoTableLimits limits,
      Function<ReadField, Cells.Kept> kept,
      int spent) {
    this.kept = kept;
    this.xml = xml;
    this.document = document;
    this.label = "TABLE " + number;
    this.limits = limits;
    this.spending = new Spending(spent);
  }

  /** Counts numbers over the whole document, and bytes that are passed over. */
  private final class Spending implements Cells.Budget {
    private int numbers;
    private long bytes;

    Spending(int numbers) {
      this.numbers = numbers;
    }

    @Override
    public void spendNumber() {
      if (++numbers > limits.maxNumbers()) {
        throw unreadable(
            "FIELD", "more than " + limits.maxNumbers() + " numbers", "at most that many");
      }
    }

    @Override
    public void spendBytes(long count) {
      bytes += count;
      if (bytes > limits.maxBytes()) {
        throw unreadable("FIELD", "more than " + limits.maxBytes() + " bytes", "fewer");
      }
    }
  }

  static ReadField field(XMLStreamReader xml) {
    return new ReadField(
        attribute(xml, "name"),
        attribute(xml, "datatype"),
        attribute(xml, "arraysize"),
        attribute(xml, "unit"),
        attribute(xml, "ucd"),
        attribute(xml, "utype"),
        attribute(xml, "value"));
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  /**
   * Stands on the start of the TABLE; leaves the reader on its end.
   *
   * @param outer PARAMs that stand around the table
   */
  ReadTable read(List<ReadField> outer) throws XMLStreamException, IOException {
    String utype = attribute(xml, "utype");
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        if (start()) {
          depth--;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.END_DOCUMENT) {
        throw unreadable("TABLE", "no end", "a complete document");
      }
    }
    List<ReadField> all = new ArrayList<>(params);
    all.addAll(outer);
    return new ReadTable(
        document,
        label,
        utype,
        all,
        cells.stream().map(Cells::field).toList(),
        cells.stream().map(Cells::column).toList(),
        cells.stream().map(Cells::texts).toList(),
        rows);
  }

  /** True when the element has been read up to its end. */
  private boolean start() throws XMLStreamException, IOException {
    switch (xml.getLocalName()) {
      case "PARAM" -> {
        params.add(field(xml));
        spendElement(params.size());
      }
      case "FIELD" -> {
        addField();
        return true;
      }
      case "TR" -> {
        row();
        return true;
      }
      case "BINARY", "BINARY2" -> {
        binary(xml.getLocalName().equals("BINARY2"));
        return true;
      }
      case "FITS" -> throw unreadable("DATA", "FITS", "TABLEDATA, BINARY or BINARY2");
      default -> {
        // GROUP, FIELDref, DATA, TABLEDATA and descriptions: go inside.
      }
    }
    return false;
  }

  private void spendElement(int count) {
    if (count > limits.maxElements()) {
      throw unreadable("FIELD", "more than " + limits.maxElements(), "at most that many");
    }
  }

  private void addField() throws XMLStreamException {
    ReadField field = field(xml);
    OptionalDouble blank = OptionalDouble.empty();
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        if (xml.getLocalName().equals("VALUES")) {
          blank = CellType.parse(attribute(xml, "null").strip());
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
    try {
      cells.add(new Cells(field, blank, kept.apply(field), spending));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw unreadable(field.name(), String.valueOf(e.getMessage()), "a datatype of VOTable");
    }
    spendElement(cells.size());
  }

  private void row() throws XMLStreamException {
    int column = 0;
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      if (!xml.getLocalName().equals("TD") || column == cells.size()) {
        throw unreadable("TR", xml.getLocalName(), cells.size() + " TD in row " + (rows + 1));
      }
      cell(cells.get(column++), xml.getElementText());
    }
    if (column != cells.size()) {
      throw unreadable("TR", column + " cells", cells.size() + " TD in row " + (rows + 1));
    }
    rows++;
  }

  private void cell(Cells into, String text) {
    try {
      into.text(text);
    } catch (IllegalArgumentException e) {
      throw unreadable(
          into.field().name(), String.valueOf(e.getMessage()), "a number in row " + (rows + 1));
    }
  }

  private void binary(boolean flagged) throws XMLStreamException, IOException {
    if (xml.nextTag() != XMLStreamConstants.START_ELEMENT || !xml.getLocalName().equals("STREAM")) {
      throw unreadable("BINARY", xml.getLocalName(), "a STREAM");
    }
    if (!attribute(xml, "href").isEmpty() || !attribute(xml, "encoding").equals("base64")) {
      throw unreadable(
          "STREAM",
          "href='%s' encoding='%s'".formatted(attribute(xml, "href"), attribute(xml, "encoding")),
          "base64 in the document itself");
    }
    ElementText text = new ElementText(xml);
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(Base64.getMimeDecoder().wrap(text), BUFFER));
    try {
      binaryRows(in, flagged);
      text.drain();
    } catch (EOFException e) {
      throw unreadable("STREAM", "an end within row " + (rows + 1), "whole rows");
    } catch (IllegalArgumentException e) {
      throw unreadable("STREAM", String.valueOf(e.getMessage()), "rows of the fields declared");
    } catch (IOException e) {
      if (e.getCause() instanceof XMLStreamException broken) {
        throw broken;
      }
      throw unreadable("STREAM", String.valueOf(e.getMessage()), "base64");
    }
    xml.nextTag();
  }

  private void binaryRows(DataInputStream in, boolean flagged) throws IOException {
    byte[] flags = new byte[flagged ? (cells.size() + 7) / 8 : 0];
    while (true) {
      in.mark(1);
      if (in.read() < 0) {
        return;
      }
      in.reset();
      in.readFully(flags);
      long bytes = flags.length;
      for (int i = 0; i < cells.size(); i++) {
        boolean isNull = flagged && (flags[i / 8] & (0x80 >> (i % 8))) != 0;
        bytes += cells.get(i).binary(in, isNull);
      }
      if (bytes == 0) {
        // The stream would never come to its end.
        throw new IllegalArgumentException("rows of 0 bytes");
      }
      rows++;
    }
  }

  private UnreadableFits unreadable(String keyword, String found, String expected) {
    return new UnreadableFits(document, label, keyword, found, expected);
  }
}
