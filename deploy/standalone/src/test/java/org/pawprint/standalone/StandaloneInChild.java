package org.pawprint.standalone;

import java.nio.file.Path;
import java.util.List;
import org.pawprint.standalone.archive.DataFolder;
import org.pawprint.standalone.archive.Ports;

/** A process that runs the archive, says so, and stops in order when its input ends. */
final class StandaloneInChild {
  private StandaloneInChild() {}

  /** Arguments: data folder, cache folder, port base. */
  public static void main(String[] arguments) throws Exception {
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    DataFolder data = new DataFolder(Path.of(arguments[0]));
    Standalone.Settings settings =
        new Standalone.Settings(
            new Ports(Integer.parseInt(arguments[2])),
            data,
            List.of(data.simulated()),
            Installation.AUTHORITY,
            Path.of(arguments[1]));
    try (Standalone standalone = Standalone.start(settings, line -> {})) {
      System.out.println("up");
      System.in.read();
    }
    // Some library may have left a thread that is no daemon.
    System.exit(0);
  }
}
