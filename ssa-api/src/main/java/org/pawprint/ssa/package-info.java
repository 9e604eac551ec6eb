/**
 * The service ssa-api: searches over the catalogue by Simple Spectral Access. Features have a
 * package each; SQL lives in catalogue-store.
 */
@NullMarked
package org.pawprint.ssa;

import org.jspecify.annotations.NullMarked;
