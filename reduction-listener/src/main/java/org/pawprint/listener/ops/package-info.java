/**
 * What operators ask and order over HTTP under {@code /ops}. Parses at the door into values; the
 * guard of the service kit has asked for the token before.
 */
@NullMarked
package org.pawprint.listener.ops;

import org.jspecify.annotations.NullMarked;
