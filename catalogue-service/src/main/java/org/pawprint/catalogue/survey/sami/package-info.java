/**
 * Cubes, binned cubes and aperture spectra of the SAMI Galaxy Survey. Knows nothing of the other
 * surveys.
 */
@NullMarked
package org.pawprint.catalogue.survey.sami;

import org.jspecify.annotations.NullMarked;
