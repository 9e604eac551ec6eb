/**
 * Spectra of OzDES as its two data releases publish them: one file per object with the co-add and
 * every epoch. Knows nothing of the other surveys.
 */
@NullMarked
package org.pawprint.catalogue.survey.ozdes;

import org.jspecify.annotations.NullMarked;
