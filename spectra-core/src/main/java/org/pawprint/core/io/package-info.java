/** Streams of bytes, counted. Imports nothing but the JDK. */
@NullMarked
package org.pawprint.core.io;

import org.jspecify.annotations.NullMarked;
