/**
 * From the bytes of a message to a typed, validated event, or to the reason why not. Knows the
 * published schema; no broker, no files, no database.
 */
@NullMarked
package org.pawprint.listener.event;

import org.jspecify.annotations.NullMarked;
