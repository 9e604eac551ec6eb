package org.pawprint.standalone.fuzz;

/** A sound file to damage. */
sealed interface FuzzFixture {

  /** With its folder, e.g. {@code aaomega/emlLinearSkyAirHelio.fits}. */
  String name();

  /** A FITS file, taken apart. */
  record Fits(String name, FitsParts parts) implements FuzzFixture {}

  /**
   * A VOTable.
   *
   * @param document a character for each byte, whatever its encoding
   */
  record VoTable(String name, String document) implements FuzzFixture {}
}
