package org.pawprint.datalink.bulk;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.core.votable.read.ReadField;
import org.pawprint.core.votable.read.ReadTable;
import org.pawprint.core.votable.read.VoTableFile;
import org.pawprint.core.votable.read.VoTableLimits;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * A list of IDs: a VOTable with a column of them, a JSON array of texts, or lines. Which of these
 * it is shows in its first character, whatever the client calls it.
 */
final class IdDocument {
  /** Names of the column that is read from a VOTable, the best first. */
  static final List<String> COLUMNS = List.of("obs_publisher_did", "ID");

  private static final String DOCUMENT = "list of IDs";
  private static final int LONGEST_LINE = 8192;
  private static final int BYTE_ORDER_MARK = 0xEF;
  private static final VoTableLimits LIMITS = new VoTableLimits(64L << 20, 8_000_000, 10_000);
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(LONGEST_LINE).build())
          .build();

  private IdDocument() {}

  /**
   * @param in stays the caller's to close
   * @throws ParameterFaults when it is none of these, or has too many IDs
   */
  static void read(InputStream in, IdList ids) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    int first = firstCharacter(buffered);
    if (first == '<') {
      votable(buffered, ids);
    } else if (first == '[') {
      json(buffered, ids);
    } else {
      lines(buffered, ids);
    }
  }

  /** Leaves the stream before it; −1 at the end. */
  private static int firstCharacter(BufferedInputStream in) throws IOException {
    while (true) {
      in.mark(3);
      int b = in.read();
      if (b == BYTE_ORDER_MARK && in.read() == 0xBB && in.read() == 0xBF) {
        continue;
      }
      if (b < 0 || !Character.isWhitespace(b)) {
        in.reset();
        return b;
      }
    }
  }

  private static void lines(InputStream in, IdList ids) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n' || b == '\r') {
        ids.add(line.toString(StandardCharsets.UTF_8));
        line.reset();
      } else if (line.size() == LONGEST_LINE) {
        throw ParameterFaults.of(
            DOCUMENT, line.toString(StandardCharsets.UTF_8), "one ID a line, each below 8 kB");
      } else {
        line.write(b);
      }
    }
    ids.add(line.toString(StandardCharsets.UTF_8));
  }

  private static void json(InputStream in, IdList ids) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
          throw ParameterFaults.of(
              DOCUMENT, String.valueOf(parser.currentToken()), "a JSON array of texts");
        }
        ids.add(parser.getString());
      }
    } catch (JacksonException e) {
      throw ParameterFaults.of(DOCUMENT, e.getOriginalMessage(), "a JSON array of texts");
    }
  }

  private static void votable(InputStream in, IdList ids) throws IOException {
    VoTableFile file;
    try {
      file = VoTableFile.readTexts(in, DOCUMENT, LIMITS, IdDocument::isOfIds);
    } catch (UnreadableFits e) {
      throw ParameterFaults.of(DOCUMENT, String.valueOf(e.getMessage()), "a VOTable");
    }
    for (String column : COLUMNS) {
      for (ReadTable table : file.tables()) {
        for (int field = 0; field < table.fields().size(); field++) {
          if (table.fields().get(field).name().equalsIgnoreCase(column)) {
            table.texts(field).forEach(ids::add);
            return;
          }
        }
      }
    }
    throw ParameterFaults.of(
        DOCUMENT, "a VOTable of other columns", "a column " + String.join(" or ", COLUMNS));
  }

  private static boolean isOfIds(ReadField field) {
    return COLUMNS.stream().anyMatch(field.name()::equalsIgnoreCase);
  }
}
