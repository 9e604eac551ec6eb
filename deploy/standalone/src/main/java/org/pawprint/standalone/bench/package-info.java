/** Measures a standalone: latency from confirm to answer, and throughput. Never a test. */
@NullMarked
package org.pawprint.standalone.bench;

import org.jspecify.annotations.NullMarked;
