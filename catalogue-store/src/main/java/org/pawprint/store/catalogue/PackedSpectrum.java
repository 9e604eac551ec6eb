package org.pawprint.store.catalogue;

import java.util.Optional;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * A spectrum as one among many thousands: where its numbers are, and the few facts that a table of
 * spectra tells of each. Texts are empty and numbers NaN where the catalogue has none.
 *
 * @param did full, with its version
 * @param raDeg ICRS; decDeg likewise
 * @param midpointMjd middle of the exposure, UTC
 * @param fluxUnit as its survey writes it
 * @param medium of the wavelengths as stored
 * @param frame of the wavelengths as stored
 * @param pixels empty for a cube
 */
public record PackedSpectrum(
    PublisherDid did,
    String collection,
    String target,
    String band,
    double raDeg,
    double decDeg,
    double midpointMjd,
    double exposureSeconds,
    double redshift,
    String fluxUnit,
    Medium medium,
    VelocityFrame frame,
    Optional<StoredPixels> pixels) {}
