/** The whole archive in one process: that it works, and what is left of it after a kill. */
@NullMarked
package org.pawprint.standalone;

import org.jspecify.annotations.NullMarked;
