/** Tests of how requests are read. Each row of a table names the clause it stands for. */
@NullMarked
package org.pawprint.ssa.query;

import org.jspecify.annotations.NullMarked;
