/**
 * Positions and redshifts that a survey keeps outside its spectra: tables of them are read here,
 * and joined to the rows of spectra. Only this package knows the table library.
 */
@NullMarked
package org.pawprint.catalogue.join;

import org.jspecify.annotations.NullMarked;
