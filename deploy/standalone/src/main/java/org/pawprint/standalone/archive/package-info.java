/**
 * A running archive seen from outside: its ports and secrets, its operators' paths, its searches,
 * its broker. Knows nothing of how the services work.
 */
@NullMarked
package org.pawprint.standalone.archive;

import org.jspecify.annotations.NullMarked;
