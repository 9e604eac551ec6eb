/** Tests of this package, and what they share. Values come from standards or arithmetic. */
@NullMarked
package org.pawprint.datalink.http;

import org.jspecify.annotations.NullMarked;
