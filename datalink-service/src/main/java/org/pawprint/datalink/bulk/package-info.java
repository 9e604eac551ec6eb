/**
 * Thousands of spectra in one streamed answer, in the order asked for. Names are looked up first,
 * so that sizes are known before the first byte; numbers are read once, a batch at a time, and only
 * one batch is in memory.
 */
@NullMarked
package org.pawprint.datalink.bulk;

import org.jspecify.annotations.NullMarked;
