package org.pawprint.datalink.bulk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.pawprint.core.dali.ParameterFaults;

/**
 * A search of SSA by which a client names spectra: the pairs behind the question mark. The form of
 * the search's own answer is not the client's to choose and passed over.
 *
 * @param text as submitted
 * @param form encoded anew, whole, to be posted to the search
 */
record SearchQuery(String text, String form) {
  static final String PARAMETER = "QUERY";

  private static final String EXPECTED =
      "name=value pairs joined by &, as behind the ? of a search, e.g."
          + " TARGETNAME=x&COLLECTION=y&MAXREC=1000";

  /** What parameters of protocols are called; an address that was pasted whole is no such name. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

  private static final String REQUEST = "REQUEST";

  /**
   * @throws ParameterFaults for what is no such string
   */
  static SearchQuery parse(String text) {
    List<String> pairs = new ArrayList<>();
    List<String> names = new ArrayList<>();
    try {
      FormPairs.read(
          new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
          (name, value) -> {
            if (!NAME.matcher(name).matches()) {
              throw wrong(text);
            }
            if (!name.equalsIgnoreCase(BulkFormat.PARAMETER)) {
              names.add(name.toUpperCase(Locale.ROOT));
              pairs.add(pair(name, value));
            }
          });
    } catch (ParameterFaults e) {
      throw wrong(text);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot be read", e);
    }
    if (!names.contains(REQUEST)) {
      pairs.add(pair(REQUEST, "queryData"));
    }
    pairs.add(pair(BulkFormat.PARAMETER, "json"));
    return new SearchQuery(text, String.join("&", pairs));
  }

  private static String pair(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static ParameterFaults wrong(String text) {
    return ParameterFaults.of(PARAMETER, text, EXPECTED);
  }
}
