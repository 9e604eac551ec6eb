/**
 * The way of an event through the door, whole and in order. Knows no broker: what goes onward goes
 * through {@link org.pawprint.listener.pipeline.Onward}.
 */
@NullMarked
package org.pawprint.listener.pipeline;

import org.jspecify.annotations.NullMarked;
