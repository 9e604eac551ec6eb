package org.pawprint.datalink.links;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pawprint.core.dali.DaliParameters;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.votable.VoTableMedia;
import org.pawprint.datalink.http.SpectrumId;

/**
 * What a client wants to know (DataLink 1.1, 3.1).
 *
 * @param ids as submitted, each once
 * @param mediaType of the answer
 * @param overflow whether there were more IDs than are answered
 */
record LinksRequest(List<String> ids, String mediaType, boolean overflow) {
  static final String RESPONSEFORMAT = "RESPONSEFORMAT";

  /** What RESPONSEFORMAT may be. */
  static final List<String> FORMATS =
      List.of("votable", VoTableMedia.VOTABLE, VoTableMedia.DATALINK, "text/xml");

  LinksRequest {
    ids = List.copyOf(ids);
  }

  /**
   * @throws ParameterFaults for a RESPONSEFORMAT that is not served
   */
  static LinksRequest of(DaliParameters parameters, int maxIds) {
    String format = parameters.single(RESPONSEFORMAT).orElse("votable");
    // A plus that was not encoded arrives as a blank.
    String wanted =
        format
            .toLowerCase(Locale.ROOT)
            .replace("x-votable xml", "x-votable+xml")
            .replace("; ", ";");
    if (!FORMATS.contains(wanted)) {
      throw ParameterFaults.of(RESPONSEFORMAT, format, "one of " + String.join(", ", FORMATS));
    }
    Set<String> ids = new LinkedHashSet<>(parameters.values(SpectrumId.PARAMETER));
    ids.remove("");
    return new LinksRequest(
        ids.stream().limit(maxIds).toList(),
        wanted.equals("text/xml") ? wanted : VoTableMedia.DATALINK,
        ids.size() > maxIds);
  }
}
