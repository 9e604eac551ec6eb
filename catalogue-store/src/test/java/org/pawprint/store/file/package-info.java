/** Tests of the stores on disk. Nothing but tests. */
@NullMarked
package org.pawprint.store.file;

import org.jspecify.annotations.NullMarked;
