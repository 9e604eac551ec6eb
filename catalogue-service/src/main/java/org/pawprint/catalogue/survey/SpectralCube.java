package org.pawprint.catalogue.survey;

import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * What the spectra of a cube have in common.
 *
 * @param axis of every spaxel
 * @param fluxUnit FITS unit string
 * @param errorKind how the file states the error
 * @param columns spaxels along the first axis
 * @param rows spaxels along the second axis
 */
public record SpectralCube(
    SpectralAxis axis,
    Medium medium,
    VelocityFrame frame,
    String fluxUnit,
    ErrorKind errorKind,
    long columns,
    long rows) {}
