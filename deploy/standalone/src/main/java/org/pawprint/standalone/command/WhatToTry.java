package org.pawprint.standalone.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pawprint.standalone.archive.Ports;

/** What a newcomer may try against a standalone that stays up. */
final class WhatToTry {
  private WhatToTry() {}

  /**
   * @param target a name that is in the catalogue
   */
  static List<String> lines(Ports ports, String target) {
    String ssa = ports.uri(ports.ssa()) + "/vo/ssa/query";
    return List.of(
        "Try, while this stays up (end it with Ctrl-C):",
        "  search   curl '"
            + ssa
            + "?REQUEST=queryData&TARGETNAME="
            + URLEncoder.encode(target, StandardCharsets.UTF_8)
            + "'",
        "  TOPCAT   VO > Simple Spectral Access, SSA URL " + ssa,
        "  Python   python3 docs/examples/follow_field.py " + ssa,
        "  more     ./pawprint simulate --frames 4 --port-base " + ports.base(),
        "  operate  ./pawprint status --port-base " + ports.base());
  }
}
