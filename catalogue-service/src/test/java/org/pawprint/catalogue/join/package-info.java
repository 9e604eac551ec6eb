/** Tables of targets, and joining them. */
@NullMarked
package org.pawprint.catalogue.join;

import org.jspecify.annotations.NullMarked;
