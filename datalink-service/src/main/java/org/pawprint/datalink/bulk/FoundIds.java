package org.pawprint.datalink.bulk;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.datalink.http.ServiceFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a search found, from its answer in JSON: columns, rows, and behind them how it ended. Only
 * the IDs are kept.
 *
 * @param overflow whether there is more than MAXREC let through
 * @param nextPage value of PAGE for what follows; empty for none
 * @param notes of the search for people; empty for none
 */
record FoundIds(boolean overflow, String nextPage, String notes) {
  private static final Logger LOG = LoggerFactory.getLogger(FoundIds.class);
  private static final String COLUMN = IdDocument.COLUMNS.get(0);
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Adds the IDs in the order of the search.
   *
   * @param in stays the caller's to close
   * @throws ServiceFault when the answer is not whole
   * @throws ParameterFaults when there are more than the list takes
   */
  static FoundIds read(InputStream in, IdList ids) {
    Map<String, String> end;
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
      end = members(parser, ids);
    } catch (JacksonException e) {
      LOG.warn("answer of the search cannot be read", e);
      throw ServiceFault.notNow("the answer of the search broke off");
    }
    String status = end.getOrDefault("query_status", "no status");
    if (!status.equals("OK") && !status.equals("OVERFLOW")) {
      throw ServiceFault.notNow("the search ended early: " + status);
    }
    return new FoundIds(
        status.equals("OVERFLOW"),
        end.getOrDefault("next_page", ""),
        end.getOrDefault("notes", ""));
  }

  private static Map<String, String> members(JsonParser parser, IdList ids) {
    Map<String, String> texts = new LinkedHashMap<>();
    int column = -1;
    parser.nextToken();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken value = parser.nextToken();
      if (name.equals("columns")) {
        column = column(parser);
      } else if (name.equals("data")) {
        if (column < 0) {
          throw ServiceFault.notNow("the answer of the search has no column " + COLUMN);
        }
        rows(parser, column, ids);
      } else if (value == JsonToken.VALUE_STRING) {
        texts.put(name, parser.getString());
      } else {
        parser.skipChildren();
      }
    }
    return texts;
  }

  /** Number of the column of IDs, −1 for none. */
  private static int column(JsonParser parser) {
    int found = -1;
    for (int i = 0; parser.nextToken() == JsonToken.START_OBJECT; i++) {
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        if (name.equals("name") && COLUMN.equals(parser.getString())) {
          found = i;
        }
        parser.skipChildren();
      }
    }
    return found;
  }

  private static void rows(JsonParser parser, int column, IdList ids) {
    while (parser.nextToken() == JsonToken.START_ARRAY) {
      int cell = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (cell++ == column && parser.currentToken() == JsonToken.VALUE_STRING) {
          ids.add(parser.getString());
        }
        parser.skipChildren();
      }
    }
  }

  /**
   * What the client must know besides the spectra.
   *
   * @param count how many were found
   */
  Optional<Missing> remark(int count) {
    if (overflow) {
      String rest = nextPage.isEmpty() ? "" : ", or the rest with PAGE=" + nextPage;
      return Optional.of(
          missing("the search found more than these %d: ask with a larger MAXREC%s", count, rest));
    }
    return count > 0
        ? Optional.empty()
        : Optional.of(missing("the search found no spectra. %s", notes));
  }

  /** In one line. */
  private static Missing missing(String words, Object... more) {
    String reason = words.formatted(more).replaceAll("\\p{Cntrl}+", " ").strip();
    return new Missing(SearchQuery.PARAMETER, reason);
  }
}
