/**
 * Spectra of stars by the GALAH survey, a file per star and camera of HERMES, as its IRAF pipeline
 * writes them. Knows nothing of the other surveys.
 */
@NullMarked
package org.pawprint.catalogue.survey.galah;

import org.jspecify.annotations.NullMarked;
