/**
 * Answers of the search: which fields they have, how a row of the catalogue becomes a row of the
 * answer, and the documents around it. Knows no request parameters beyond the parsed query.
 */
@NullMarked
package org.pawprint.ssa.response;

import org.jspecify.annotations.NullMarked;
