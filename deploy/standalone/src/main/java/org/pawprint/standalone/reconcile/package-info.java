/**
 * Compares a publisher's own list of reductions with the catalogue and asks again for what is
 * missing. Knows the archive only from outside.
 */
@NullMarked
package org.pawprint.standalone.reconcile;

import org.jspecify.annotations.NullMarked;
