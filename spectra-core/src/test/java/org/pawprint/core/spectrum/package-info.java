/**
 * Tests of the package of the same name. Expected numbers come from other software or from
 * arithmetic, as each test says.
 */
@NullMarked
package org.pawprint.core.spectrum;

import org.jspecify.annotations.NullMarked;
