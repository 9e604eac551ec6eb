package org.pawprint.standalone.fuzz;

/**
 * A sound file to damage.
 *
 * @param name with its folder, e.g. {@code aaomega/emlLinearSkyAirHelio.fits}
 */
record FuzzFixture(String name, FitsParts parts) {}
