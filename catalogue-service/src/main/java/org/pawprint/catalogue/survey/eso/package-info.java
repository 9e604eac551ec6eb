/**
 * One-dimensional spectra in the form of ESO's Science Data Products standard, from any instrument.
 * Imports nothing of the other surveys.
 */
@NullMarked
package org.pawprint.catalogue.survey.eso;

import org.jspecify.annotations.NullMarked;
