package org.pawprint.datalink.bulk;

import java.util.ArrayList;
import java.util.List;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.datalink.http.SpectrumId;

/** Collects IDs up to a limit. */
final class IdList {
  private final int most;
  private final List<String> ids = new ArrayList<>();

  IdList(int most) {
    this.most = most;
  }

  /**
   * Adds one; a blank one is none.
   *
   * @throws ParameterFaults when there are too many, or it is too long to be kept
   */
  void add(String id) {
    String stripped = id.strip();
    if (stripped.isEmpty()) {
      return;
    }
    if (stripped.length() > SpectrumId.MAX_LENGTH) {
      throw ParameterFaults.of(
          SpectrumId.PARAMETER,
          stripped,
          "IDs of at most " + SpectrumId.MAX_LENGTH + " characters");
    }
    if (ids.size() == most) {
      throw ParameterFaults.of(
          SpectrumId.PARAMETER, "more than " + most + " IDs", "at most that many in one request");
    }
    ids.add(stripped);
  }

  int size() {
    return ids.size();
  }

  /** As far as it has come. */
  List<String> ids() {
    return ids;
  }

  /**
   * @throws ParameterFaults when there is none
   */
  void requireSome() {
    if (ids.isEmpty()) {
      throw ParameterFaults.of(
          SpectrumId.PARAMETER,
          "",
          SpectrumId.FORM
              + "; repeated in a form or the query, or one a line, or a JSON array, or a VOTable with a column "
              + IdDocument.COLUMNS.get(0)
              + "; or a "
              + SearchQuery.PARAMETER);
    }
  }
}
