/**
 * Parameters as VO services receive them, and the values they mean: DALI's own and the range lists
 * of SSA. Every fault names the parameter, what came, and what would be right.
 */
@NullMarked
package org.pawprint.core.dali;

import org.jspecify.annotations.NullMarked;
