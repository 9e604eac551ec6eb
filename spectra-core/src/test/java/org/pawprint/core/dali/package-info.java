/**
 * Tests of the package of the same name. Expected values come from the standards' own words, other
 * readers or arithmetic, as each test says.
 */
@NullMarked
package org.pawprint.core.dali;

import org.jspecify.annotations.NullMarked;
