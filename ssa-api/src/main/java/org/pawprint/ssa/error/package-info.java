/**
 * What is said when nothing else answers: unknown paths, wrong methods, faults before a controller.
 * Short plain text, never a stack trace.
 */
@NullMarked
package org.pawprint.ssa.error;

import org.jspecify.annotations.NullMarked;
