/**
 * Spectra made from spectra: cut, shifted, rebinned, smoothed, normalised, combined. Pure functions
 * of their input; a pixel with a mask bit, or without a finite flux, contributes to nothing. Sees
 * only the spectrum package.
 */
@NullMarked
package org.pawprint.core.spectrum.derive;

import org.jspecify.annotations.NullMarked;
