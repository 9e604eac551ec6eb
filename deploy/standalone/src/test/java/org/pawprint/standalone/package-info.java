/**
 * Tests of the whole: what the modules may see of one another, and the four services as processes
 * of their own.
 */
@NullMarked
package org.pawprint.standalone;

import org.jspecify.annotations.NullMarked;
