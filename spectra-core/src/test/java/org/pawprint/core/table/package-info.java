/** Tests of tables as text. */
@NullMarked
package org.pawprint.core.table;

import org.jspecify.annotations.NullMarked;
