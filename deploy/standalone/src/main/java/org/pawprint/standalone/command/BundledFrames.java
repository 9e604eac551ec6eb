package org.pawprint.standalone.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The real 2dF frames that come with Pawprint; see PROVENANCE.md beside them. */
final class BundledFrames {
  private static final List<String> NAMES =
      List.of(
          "emlLinearSkyAirHelio.fits",
          "emlLinearVacuumNoHelio.fits",
          "emlLogVacuumHelioMultiple.fits",
          "alldata_combined_runz_x12_b02.4fibres.fits");

  private BundledFrames() {}

  /** Copies them into a folder below the data folder; gives that folder. */
  static Path unpack(Path data) throws IOException {
    Path folder = Files.createDirectories(data.resolve("samples"));
    for (String name : NAMES) {
      try (InputStream frame =
          BundledFrames.class.getResourceAsStream("/samples/aaomega/" + name)) {
        if (frame == null) {
          throw new IOException("bundled frame " + name + " is missing from the build");
        }
        Files.copy(frame, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return folder;
  }
}
