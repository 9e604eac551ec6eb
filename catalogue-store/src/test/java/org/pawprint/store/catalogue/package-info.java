/** Tests of the catalogue's writing side against a real PostgreSQL. Nothing but tests. */
@NullMarked
package org.pawprint.store.catalogue;

import org.jspecify.annotations.NullMarked;
