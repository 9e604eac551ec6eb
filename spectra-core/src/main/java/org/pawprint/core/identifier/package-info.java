/** Names that last: publisher DIDs and content digests. Imports nothing but the JDK. */
@NullMarked
package org.pawprint.core.identifier;

import org.jspecify.annotations.NullMarked;
