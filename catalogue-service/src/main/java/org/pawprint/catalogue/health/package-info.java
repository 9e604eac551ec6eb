/**
 * Whether the next stage command would succeed. Tries what a command needs, and changes nothing.
 */
@NullMarked
package org.pawprint.catalogue.health;

import org.jspecify.annotations.NullMarked;
