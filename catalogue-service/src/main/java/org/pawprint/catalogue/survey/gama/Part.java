package org.pawprint.catalogue.survey.gama;

import java.util.Optional;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SkyPlace;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * One spectrum of a file as its origin reads it.
 *
 * @param name tells the spectra of a file apart
 * @param facts what the origin's cards tell of it
 * @param sky where the file has the sky that was subtracted
 */
record Part(
    String name,
    Pixels pixels,
    SpectralAxis axis,
    Medium medium,
    VelocityFrame frame,
    String fluxUnit,
    ObsCoreRow facts,
    Optional<SkyPlace> sky) {

  /** The name in a file with a single spectrum. */
  static final String ONLY = "spec";

  /** In air and not corrected for the motion of the Earth, as all origins but SDSS publish. */
  static Part observed(String name, Pixels pixels, SpectralAxis axis, Flux flux, ObsCoreRow facts) {
    return new Part(
        name,
        pixels,
        axis,
        Medium.AIR,
        VelocityFrame.TOPOCENTRIC,
        flux.unit(),
        facts,
        Optional.empty());
  }

  /** The same with its sky. */
  Part with(Optional<SkyPlace> itsSky) {
    return new Part(name, pixels, axis, medium, frame, fluxUnit, facts, itsSky);
  }

  /**
   * @throws IllegalArgumentException when it cannot be used: no pixel has a number, or lengths
   *     differ
   */
  Spectrum spectrum() {
    return pixels.on(axis, medium, frame, fluxUnit);
  }
}
