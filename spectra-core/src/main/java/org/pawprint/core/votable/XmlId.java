package org.pawprint.core.votable;

import java.util.regex.Pattern;

/** XML IDs, narrowed to ASCII. */
final class XmlId {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]*");

  private XmlId() {}

  static void require(String id) {
    if (!NAME.matcher(id).matches()) {
      throw new IllegalArgumentException("'" + id + "' is no XML ID");
    }
  }

  static void requireOrEmpty(String id) {
    if (!id.isEmpty()) {
      require(id);
    }
  }
}
