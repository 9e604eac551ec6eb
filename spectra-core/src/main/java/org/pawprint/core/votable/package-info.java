/**
 * Writes VOTable 1.4 documents as a stream: head, rows as they come, and the status that is only
 * known at the end. Knows the document format, not what a service puts into it.
 */
@NullMarked
package org.pawprint.core.votable;

import org.jspecify.annotations.NullMarked;
