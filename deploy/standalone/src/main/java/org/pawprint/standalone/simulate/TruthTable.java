package org.pawprint.standalone.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What every fibre of a field really looks at, as a table for people. */
public final class TruthTable {
  private static final String HEADING =
      "fibre,pivot,type,name,kind,redshift,magnitude,ra_deg,dec_deg\n";

  private TruthTable() {}

  /** Comma-separated, one line a fibre counted from 1, empty where a fibre has no target. */
  public static String of(SimulatedField field) {
    StringBuilder table = new StringBuilder(HEADING);
    for (Fibre fibre : field.fibres()) {
      String truth =
          fibre
              .target()
              .map(
                  target ->
                      String.format(
                          Locale.ROOT,
                          "%s,%.6f,%.2f",
                          target.kind(),
                          target.redshift(),
                          target.magnitude()))
              .orElse(",,");
      table.append(
          String.format(
              Locale.ROOT,
              "%d,%d,%s,%s,%s,%.7f,%.7f\n",
              fibre.row() + 1,
              fibre.pivot(),
              fibre.use().letter(),
              fibre.name(),
              truth,
              fibre.raDegrees(),
              fibre.decDegrees()));
    }
    return table.toString();
  }

  /**
   * Writes the table beside the frame, {@code …red.fits} becoming {@code …truth.csv}.
   *
   * @throws IOException when it cannot be written
   */
  public static Path writeBeside(SimulatedReduction reduction) throws IOException {
    Path frame = reduction.file();
    String name = FrameHeader.frameName(reduction.field(), reduction.arm()) + "truth.csv";
    return Files.writeString(frame.resolveSibling(name), of(reduction.field()));
  }
}
