/** Tests of derived spectra against specutils, astropy and numpy. */
@NullMarked
package org.pawprint.core.spectrum.derive;

import org.jspecify.annotations.NullMarked;
