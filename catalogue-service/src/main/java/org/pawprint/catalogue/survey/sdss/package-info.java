/**
 * Files of the Sloan Digital Sky Survey's optical spectrographs as SDSS serves them: spSpec of
 * SDSS-I and -II, spec of DR8 and later. Imports nothing of the other surveys.
 */
@NullMarked
package org.pawprint.catalogue.survey.sdss;

import org.jspecify.annotations.NullMarked;
