/** Tests of this package, and what they share. Values come from standards or arithmetic. */
@NullMarked
package org.pawprint.datalink.slink;

import org.jspecify.annotations.NullMarked;
