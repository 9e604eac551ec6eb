package org.pawprint.datalink;

import java.util.Map;

/** Tests of the service over the spectra of {@link ArchiveFixture}. */
abstract class FixtureTests extends ArchiveTests {
  @SuppressWarnings("NullAway.Init")
  static ArchiveFixture fixture;

  /**
   * @param more settings than an archive needs
   */
  static void serveFixture(Map<String, Object> more) throws Exception {
    fixture = new ArchiveFixture(folder);
    serve(fixture.archive, more);
  }
}
