/** Tests of what a backfill finds and how it announces it. */
@NullMarked
package org.pawprint.standalone.backfill;

import org.jspecify.annotations.NullMarked;
