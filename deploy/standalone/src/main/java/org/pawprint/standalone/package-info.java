/**
 * Everything in one process: embedded servers and the four services, for one machine. Runs exactly
 * the applications that also run by themselves.
 */
@NullMarked
package org.pawprint.standalone;

import org.jspecify.annotations.NullMarked;
