/**
 * Everything that touches the broker: declarations, deliveries with manual acknowledgement, and
 * publishing with confirms. Decides nothing about events.
 */
@NullMarked
package org.pawprint.listener.messaging;

import org.jspecify.annotations.NullMarked;
