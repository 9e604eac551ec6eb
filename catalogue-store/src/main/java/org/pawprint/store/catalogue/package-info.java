/**
 * The catalogue's writing side and its identities. Rows, identities, changes and outcomes go in
 * together, in one transaction.
 */
@NullMarked
package org.pawprint.store.catalogue;

import org.jspecify.annotations.NullMarked;
