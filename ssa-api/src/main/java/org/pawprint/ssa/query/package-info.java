/**
 * Requests of the search: the one table of parameters, and how texts become a typed query. Beyond
 * here there are no strings from the user.
 */
@NullMarked
package org.pawprint.ssa.query;

import org.jspecify.annotations.NullMarked;
