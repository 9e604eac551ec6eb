/** Searches over the catalogue. Rows stream; nothing here writes. */
@NullMarked
package org.pawprint.store.search;

import org.jspecify.annotations.NullMarked;
