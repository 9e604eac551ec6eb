/**
 * Tests of the service as a whole, over HTTP against a seeded catalogue, and what they share. The
 * seeds are stated in {@link org.pawprint.ssa.Seeds}.
 */
@NullMarked
package org.pawprint.ssa;

import org.jspecify.annotations.NullMarked;
