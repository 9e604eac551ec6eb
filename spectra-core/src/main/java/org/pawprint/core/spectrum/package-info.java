/**
 * Numbers of one fibre or one survey spectrum, with the facts that give them meaning: axis, medium,
 * velocity frame, kind of error. Imports nothing but the JDK.
 */
@NullMarked
package org.pawprint.core.spectrum;

import org.jspecify.annotations.NullMarked;
