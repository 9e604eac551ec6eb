/** Stores under test, on a folder of their own. */
@NullMarked
package org.pawprint.store.file;

import org.jspecify.annotations.NullMarked;
