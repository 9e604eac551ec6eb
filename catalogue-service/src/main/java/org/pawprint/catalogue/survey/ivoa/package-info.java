/**
 * Spectra in the IVOA's own forms, FITS and VOTable after the Spectrum data model, from any
 * archive; Pawprint's products are among them. Imports nothing of the other surveys.
 */
@NullMarked
package org.pawprint.catalogue.survey.ivoa;

import org.jspecify.annotations.NullMarked;
