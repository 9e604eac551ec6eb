package org.pawprint.core.votable.read;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.pawprint.core.fits.UnreadableFits;

/** Walks one document; tables are handed to {@link TableReader}. */
final class VoTableReader {
  private static final int PARAMS_PER_ELEMENT = 100;

  private final String name;
  private final VoTableLimits limits;
  private final Function<ReadField, Cells.Kept> kept;
  private final List<ReadTable> tables = new ArrayList<>();
  private final Deque<List<ReadField>> resourceParams = new ArrayDeque<>();
  private int params;
  private int paramsOfTables;

  /**
   * @param kept what is kept of a field
   */
  VoTableReader(String name, VoTableLimits limits, Function<ReadField, Cells.Kept> kept) {
    this.kept = kept;
    this.name = name;
    this.limits = limits;
  }

  VoTableFile read(InputStream in) throws IOException {
    try {
      walk(new PlainXml(new BoundedInput(in, limits.maxBytes()), name));
      return new VoTableFile(name, tables);
    } catch (XMLStreamException e) {
      throw unreadable(e);
    } catch (UnreadableFits e) {
      throw e;
    } catch (BoundedInput.TooLong e) {
      throw tooLong();
    } catch (RuntimeException e) {
      // The JDK's parser has exceptions of its own for some kinds of broken documents.
      throw new UnreadableFits(name, "", "", "broken XML: " + e, "a VOTable document");
    }
  }

  /** The parser calls faults of characters I/O errors; any other is one. */
  private UnreadableFits unreadable(XMLStreamException e) throws IOException {
    Throwable cause = e.getNestedException() == null ? e.getCause() : e.getNestedException();
    if (cause instanceof BoundedInput.TooLong) {
      return tooLong();
    }
    if (cause instanceof IOException io
        && !(io instanceof CharConversionException)
        && !(io instanceof UnsupportedEncodingException)) {
      throw io;
    }
    String where = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNumber();
    return new UnreadableFits(name, "", "", "broken XML" + where, "a VOTable document");
  }

  private UnreadableFits tooLong() {
    return new UnreadableFits(
        name, "", "", "more than " + limits.maxBytes() + " bytes", "at most that many");
  }

  private void walk(XMLStreamReader xml) throws XMLStreamException, IOException {
    // Comments and a DOCTYPE, which files of VOTable 1.0 have, may come first.
    while (xml.next() != XMLStreamConstants.START_ELEMENT) {
      continue;
    }
    if (!xml.getLocalName().equals("VOTABLE")) {
      throw new UnreadableFits(name, "", "", "an element " + xml.getLocalName(), "VOTABLE");
    }
    resourceParams.push(new ArrayList<>());
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        start(xml);
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("RESOURCE")) {
        resourceParams.pop();
      }
    }
  }

  private void start(XMLStreamReader xml) throws XMLStreamException, IOException {
    switch (xml.getLocalName()) {
      case "RESOURCE" -> resourceParams.push(new ArrayList<>());
      case "PARAM" -> {
        spendElement(++params);
        resourceParams.element().add(TableReader.field(xml));
      }
      case "TABLE" -> {
        spendElement(tables.size() + 1);
        ReadTable table =
            new TableReader(xml, name, tables.size() + 1, limits, kept, spent()).read(outer());
        tables.add(table);
        paramsOfTables += table.params().size();
        // Those of a resource count for each of its tables.
        spendElement(paramsOfTables / PARAMS_PER_ELEMENT);
      }
      default -> {
        // DESCRIPTION, INFO, LINK, COOSYS and the like tell nothing that is asked for.
      }
    }
  }

  private List<ReadField> outer() {
    return resourceParams.stream().flatMap(List::stream).toList();
  }

  /** Numbers in the tables so far. */
  private int spent() {
    return tables.stream().mapToInt(ReadTable::size).sum();
  }

  private void spendElement(int count) {
    if (count > limits.maxElements()) {
      throw new UnreadableFits(
          name, "", "", "more than " + limits.maxElements() + " elements", "at most that many");
    }
  }
}
