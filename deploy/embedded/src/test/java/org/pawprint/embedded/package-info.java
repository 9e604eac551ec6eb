/**
 * Tests of the embedded servers. They start the real programs, on loopback, in temporary folders.
 */
@NullMarked
package org.pawprint.embedded;

import org.jspecify.annotations.NullMarked;
