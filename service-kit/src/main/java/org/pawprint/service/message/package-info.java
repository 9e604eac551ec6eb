/**
 * How the services' messages to one another look on the wire. Knows the records of core.event and
 * JSON, and no broker.
 */
@NullMarked
package org.pawprint.service.message;

import org.jspecify.annotations.NullMarked;
