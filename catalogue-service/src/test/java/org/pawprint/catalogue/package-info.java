/** Tests of the service as a whole and of its command line. Expected values come from outside. */
@NullMarked
package org.pawprint.catalogue;

import org.jspecify.annotations.NullMarked;
