package org.pawprint.listener.event;

import org.pawprint.core.event.Lane;

/**
 * What the broker delivered; nothing about it is known to be right.
 *
 * @param body not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record ReductionMessage(Lane lane, byte[] body) {}
