package org.pawprint.standalone.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.standalone.archive.Ports;
import org.pawprint.standalone.archive.RunningArchive;
import org.pawprint.standalone.simulate.SimulatedCube;

/** What a newcomer may try against a standalone that stays up. */
final class WhatToTry {
  private WhatToTry() {}

  /**
   * @param options where it is, for commands
   * @param target a name that is in the catalogue
   * @param cube one that is there, too
   */
  static List<String> lines(Ports ports, String options, String target, SimulatedCube cube) {
    String ssa = ports.uri(ports.ssa()) + "/vo/ssa/query";
    return List.of(
        "Try, while this stays up (end it with Ctrl-C):",
        "  search   curl '"
            + ssa
            + "?REQUEST=queryData&TARGETNAME="
            + RunningArchive.encode(target)
            + "'",
        "  cube     curl '"
            + ports.uri(ports.ssa())
            + "/vo/dap/query?DPTYPE=cube&RESPONSEFORMAT=csv'",
        "  aperture curl -o aperture.fits '"
            + ports.uri(ports.datalink())
            + "/vo/soda/sync?FORMAT=fits&ID="
            + RunningArchive.encode(did(cube))
            + "&CIRCLE="
            + RunningArchive.encode(circle(cube))
            + "'",
        "  TOPCAT   VO > Simple Spectral Access, SSA URL " + ssa,
        "  Python   python3 docs/examples/follow_field.py " + ssa,
        "  more     ./pawprint simulate --frames 4 " + options,
        "  operate  ./pawprint status " + options);
  }

  /** The name without version, which means the newest. */
  private static String did(SimulatedCube cube) {
    return new PublisherDid(
            ServeCommand.DEMO_AUTHORITY,
            DemoJob.CUBES,
            cube.obsId(),
            SimulatedCube.SPECTRUM,
            Optional.empty())
        .toString();
  }

  private static String circle(SimulatedCube cube) {
    return String.format(
        Locale.ROOT, "%.6f %.6f %.6f", cube.centre().raDeg(), cube.centre().decDeg(), 1.5 / 3600);
  }
}
