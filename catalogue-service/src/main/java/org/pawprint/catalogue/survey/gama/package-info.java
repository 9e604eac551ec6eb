/**
 * Spectra as the GAMA survey serves them, its own and those of nine older surveys, each in the
 * layout of its origin with GAMA's cards added. Knows nothing of the loaders of those surveys.
 */
@NullMarked
package org.pawprint.catalogue.survey.gama;

import org.jspecify.annotations.NullMarked;
