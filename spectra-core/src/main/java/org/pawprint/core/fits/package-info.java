/**
 * FITS (Standard 4.0) as Pawprint needs it: a bounded reader for files of any origin, a fast writer
 * with checksums, and the simplified-spectrum product. Imports nothing but the JDK, {@code
 * core.spectrum} and {@code core.obscore}.
 */
@NullMarked
package org.pawprint.core.fits;

import org.jspecify.annotations.NullMarked;
