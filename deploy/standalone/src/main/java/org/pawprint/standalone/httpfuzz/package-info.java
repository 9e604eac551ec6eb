/** Hostile requests on purpose: what the public services bear, and how they say no. */
@NullMarked
package org.pawprint.standalone.httpfuzz;

import org.jspecify.annotations.NullMarked;
