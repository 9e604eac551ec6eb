/**
 * Tests of the FITS reader and writer, against real files, nom-tam-fits and hostile bytes. Main
 * code must not import nom-tam-fits.
 */
@NullMarked
package org.pawprint.core.fits;

import org.jspecify.annotations.NullMarked;
