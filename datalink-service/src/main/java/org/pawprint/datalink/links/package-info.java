/**
 * The links endpoint (DataLink 1.1): what belongs to a spectrum and where it is. Answers stream, so
 * that thousands of IDs in one request need no more memory than one batch.
 */
@NullMarked
package org.pawprint.datalink.links;

import org.jspecify.annotations.NullMarked;
