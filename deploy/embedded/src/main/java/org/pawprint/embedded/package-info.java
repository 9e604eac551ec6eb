/**
 * The servers Pawprint brings along where an observatory has none: a durable PostgreSQL and an AMQP
 * broker, both on loopback with generated passwords. Used by the standalone and by tests; nothing
 * of the catalogue, of surveys or of Spring may be imported here.
 */
@NullMarked
package org.pawprint.embedded;

import org.jspecify.annotations.NullMarked;
