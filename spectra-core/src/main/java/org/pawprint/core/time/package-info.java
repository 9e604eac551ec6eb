/**
 * Dates as the catalogue keeps them (Modified Julian Date, UTC) and as FITS headers spell them.
 * Days have 86,400 seconds here; leap seconds and other time scales are left to those who need
 * them.
 */
@NullMarked
package org.pawprint.core.time;

import org.jspecify.annotations.NullMarked;
