/**
 * Jobs after UWS 1.1, kept in memory within limits (decision 0016). Knows nothing of what the jobs
 * do.
 */
@NullMarked
package org.pawprint.datalink.uws;

import org.jspecify.annotations.NullMarked;
