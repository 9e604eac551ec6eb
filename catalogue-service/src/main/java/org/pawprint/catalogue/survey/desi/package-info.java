/**
 * Co-added spectra of the Dark Energy Spectroscopic Instrument. Imports nothing of the other
 * surveys.
 */
@NullMarked
package org.pawprint.catalogue.survey.desi;

import org.jspecify.annotations.NullMarked;
