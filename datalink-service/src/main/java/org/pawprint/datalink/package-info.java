/**
 * The datalink service: what can be done with one spectrum once it is found. It reads catalogue and
 * stores and writes neither.
 */
@NullMarked
package org.pawprint.datalink;

import org.jspecify.annotations.NullMarked;
