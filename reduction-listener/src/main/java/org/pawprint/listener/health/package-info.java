/** Whether the next event could succeed. Tries what an event needs, and changes nothing. */
@NullMarked
package org.pawprint.listener.health;

import org.jspecify.annotations.NullMarked;
