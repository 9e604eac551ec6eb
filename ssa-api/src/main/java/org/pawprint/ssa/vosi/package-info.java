/**
 * The service about itself, as VOSI 1.1 wants it: whether it is available and what it can do. Says
 * only what holds at the moment of asking.
 */
@NullMarked
package org.pawprint.ssa.vosi;

import org.jspecify.annotations.NullMarked;
