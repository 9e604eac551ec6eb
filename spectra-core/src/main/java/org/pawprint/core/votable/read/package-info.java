/**
 * Reads VOTables of any origin within bounds, without fetching anything they point to. Imports
 * nothing but the JDK and the fault of {@code core.fits}.
 */
@NullMarked
package org.pawprint.core.votable.read;

import org.jspecify.annotations.NullMarked;
