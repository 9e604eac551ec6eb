package org.pawprint.listener.event;

import java.net.URI;
import java.util.Optional;
import org.pawprint.core.identifier.Sha256;

/**
 * A file that an event announces.
 *
 * @param uri where the publisher says it is; not yet checked against the roots
 * @param bytes its size, if given
 * @param sha256 its digest; always there on the live lane
 */
public record Product(URI uri, Optional<Long> bytes, Optional<Sha256> sha256) {}
