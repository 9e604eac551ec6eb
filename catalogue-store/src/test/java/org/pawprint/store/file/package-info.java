<<<<<<< HEAD
/** Stores on disk. Their bytes are written by the tests themselves. */
=======
/** Stores under test, on a folder of their own. */
>>>>>>> listener
@NullMarked
package org.pawprint.store.file;

import org.jspecify.annotations.NullMarked;
