package org.pawprint.catalogue.survey.aaomega;

import java.util.Optional;
import java.util.OptionalDouble;
import org.pawprint.core.fits.FitsHeader;

/**
 * Dispersion and resolving power of one arm from its grating and angles, by the grating equation of
 * a transmission grating in air:
 *
 * <pre>m ν λ = sin α + sin β</pre>
 *
 * <p>α, the angle of incidence, is GRATANGL. CAMANGL is the angle between collimator and camera, so
 * the camera's axis is at β = CAMANGL − GRATANGL. Then dλ/dβ = cos β / (m ν), and a pixel of 15 µm
 * behind a camera of 247 mm is 15 / 247,000 of a radian. The slit image is 3.4 pixels wide at half
 * maximum, so R = λ / (3.4 pixels). The slant of the fringes in the grating (0.6° in 385R) moves
 * the blaze, not the wavelengths: with the angles alone the equation gives LAMBDAC and DISPERS of
 * real headers to 0.1 Å and 10⁻⁴ Å per pixel.
 *
 * @param linesPerMm ruling ν, per millimetre
 * @param order m
 * @param alpha in radians
 * @param beta of the camera's axis, in radians
 */
record GratingSetup(double linesPerMm, double order, double alpha, double beta) {
  private static final double PIXEL_MM = 0.015;
  private static final double CAMERA_MM = 247;
  private static final double SLIT_IMAGE_PIXELS = 3.4;
  private static final double ANGSTROM_PER_MM = 1e7;

  /** Half the detector along the dispersion, with a margin for optics that are not a formula. */
  private static final double REACH_PIXELS = 1024 * 1.1;

  /** Empty where a card of the setup is absent, or the cards describe no grating of AAOmega. */
  static Optional<GratingSetup> of(FitsHeader header) {
    OptionalDouble lines = header.number("GRATLPMM");
    OptionalDouble grating = header.number("GRATANGL");
    OptionalDouble camera = header.number("CAMANGL");
    if (lines.isEmpty() || grating.isEmpty() || camera.isEmpty()) {
      return Optional.empty();
    }
    GratingSetup setup =
        new GratingSetup(
            lines.getAsDouble(),
            header.number("ORDER").orElse(1),
            Math.toRadians(grating.getAsDouble()),
            Math.toRadians(camera.getAsDouble() - grating.getAsDouble()));
    double centre = setup.centreAngstrom();
    return centre > 3000 && centre < 12_000 ? Optional.of(setup) : Optional.empty();
  }

  /** Wavelength on the camera's axis, in ångström. */
  double centreAngstrom() {
    return (Math.sin(alpha) + Math.sin(beta)) / (order * linesPerMm) * ANGSTROM_PER_MM;
  }

  /** Ångström per pixel at a wavelength in ångström. */
  double dispersion(double angstrom) {
    double sine = order * linesPerMm * angstrom / ANGSTROM_PER_MM - Math.sin(alpha);
    double cosine = Math.sqrt(1 - sine * sine);
    return cosine / (order * linesPerMm) * (PIXEL_MM / CAMERA_MM) * ANGSTROM_PER_MM;
  }

  /** Full width at half maximum of an unresolved line, in ångström. */
  double lineWidth(double angstrom) {
    return SLIT_IMAGE_PIXELS * dispersion(angstrom);
  }

  double resolvingPower(double angstrom) {
    return angstrom / lineWidth(angstrom);
  }

  /** Whether the detector of this arm sees a wavelength. */
  boolean sees(double angstrom) {
    double centre = centreAngstrom();
    return Math.abs(angstrom - centre) <= REACH_PIXELS * dispersion(centre);
  }
}
