/**
 * Brings archives of files into a running Pawprint: finds the files, announces them in batches down
 * the backfill lane, gives way to the live lane, and accounts for every file. Knows the archive
 * only from outside.
 */
@NullMarked
package org.pawprint.standalone.backfill;

import org.jspecify.annotations.NullMarked;
