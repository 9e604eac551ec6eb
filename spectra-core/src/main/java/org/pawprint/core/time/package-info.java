/**
 * Dates as the catalogue keeps them (Modified Julian Date, UTC) and as FITS headers spell them.
 * Days have 86,400 seconds here; {@link TimeScale} brings days counted in atomic time to UTC.
 */
@NullMarked
package org.pawprint.core.time;

import org.jspecify.annotations.NullMarked;
