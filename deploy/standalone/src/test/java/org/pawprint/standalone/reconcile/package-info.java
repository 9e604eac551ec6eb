/** Comparing a publisher's list with the catalogue. */
@NullMarked
package org.pawprint.standalone.reconcile;

import org.jspecify.annotations.NullMarked;
