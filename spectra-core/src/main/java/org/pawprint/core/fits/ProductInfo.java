package org.pawprint.core.fits;

import java.time.Instant;

/**
 * What a product says of its own origin, beyond the catalogue row.
 *
 * @param obsPublisherDid identifier of the spectrum, with its version
 * @param catalogueTime when the row was catalogued; dates the product, so that rendering it again
 *     gives the same bytes
 * @param originalName file name of the original
 * @param serviceUrl where to read about the service
 */
public record ProductInfo(
    String obsPublisherDid, Instant catalogueTime, String originalName, String serviceUrl) {}
