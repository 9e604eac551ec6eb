/**
 * Spectra of WiggleZ as the survey itself publishes them, one galaxy a file. The copies that GAMA
 * serves are GAMA's; knows nothing of the other surveys.
 */
@NullMarked
package org.pawprint.catalogue.survey.wigglez;

import org.jspecify.annotations.NullMarked;
