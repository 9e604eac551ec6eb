/**
 * Surveys declared in YAML instead of Java: what a file is known by, where flux, error and
 * wavelength stand and what they mean, and which card or column gives which column of the
 * catalogue. Imports nothing of the other surveys.
 */
@NullMarked
package org.pawprint.catalogue.survey.mapping;

import org.jspecify.annotations.NullMarked;
