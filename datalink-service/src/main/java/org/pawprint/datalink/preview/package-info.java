/**
 * Pictures of spectra, for the eye and for pages that show many at once. What belongs to a spectrum
 * is none of their business, nor where a picture is linked from.
 */
@NullMarked
package org.pawprint.datalink.preview;

import org.jspecify.annotations.NullMarked;
