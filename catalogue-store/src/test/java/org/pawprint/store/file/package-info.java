/** Stores on disk. Their bytes are written by the tests themselves. */
@NullMarked
package org.pawprint.store.file;

import org.jspecify.annotations.NullMarked;
