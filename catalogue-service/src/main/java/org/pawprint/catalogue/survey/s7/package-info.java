/**
 * Cubes of the Siding Spring Southern Seyfert Spectroscopic Snapshot Survey. Knows nothing of the
 * other surveys.
 */
@NullMarked
package org.pawprint.catalogue.survey.s7;

import org.jspecify.annotations.NullMarked;
