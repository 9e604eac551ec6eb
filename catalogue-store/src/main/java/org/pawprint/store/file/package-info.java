/**
 * The original store and the segment store. Files are durable under their final name before
 * anything refers to them.
 */
@NullMarked
package org.pawprint.store.file;

import org.jspecify.annotations.NullMarked;
