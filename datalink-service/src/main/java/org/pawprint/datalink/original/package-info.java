/**
 * Originals and their headers, addressed by the DID of a spectrum in them. An original has the
 * strictest right of its spectra.
 */
@NullMarked
package org.pawprint.datalink.original;

import org.jspecify.annotations.NullMarked;
