/**
 * Damages survey files on purpose, repeatably, and reads them as the archive would: whatever the
 * bytes say, a file is read or refused. Uses the loaders and the readers of FITS and VOTable,
 * nothing of a running archive.
 */
@NullMarked
package org.pawprint.standalone.fuzz;

import org.jspecify.annotations.NullMarked;
