package org.pawprint.datalink;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the service over an archive that is made before them, and taken away behind them. */
abstract class ArchiveTests {
  static final String FORM = "application/x-www-form-urlencoded";

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init")
  static TestArchive archive;

  @SuppressWarnings("NullAway.Init")
  static ServiceUnderTest service;

  /**
   * @param more settings than an archive needs
   */
  static void serve(TestArchive made, Map<String, Object> more) {
    archive = made;
    service = new ServiceUnderTest(made, more);
  }

  @AfterAll
  static void stop() {
    service.close();
    archive.close();
  }

  static double number(Map<String, String> row, String column) {
    return Double.parseDouble(String.valueOf(row.get(column)));
  }
}
