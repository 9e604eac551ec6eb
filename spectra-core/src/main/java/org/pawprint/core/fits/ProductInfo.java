package org.pawprint.core.fits;

import java.time.Instant;
import java.util.Optional;
import org.pawprint.core.spectrum.derive.Derivation;

/**
 * What a product says of its own origin, beyond the catalogue row.
 *
 * @param obsPublisherDid identifier of the spectrum, with its version; of a derived one, of its
 *     first parent
 * @param catalogueTime when the row was catalogued; dates the product, so that rendering it again
 *     gives the same bytes
 * @param originalName file name of the original
 * @param serviceUrl where to read about the service
 * @param derivation empty for a spectrum as reduced
 */
public record ProductInfo(
    String obsPublisherDid,
    Instant catalogueTime,
    String originalName,
    String serviceUrl,
    Optional<Derivation> derivation) {

  /** Of a spectrum as reduced. */
  public ProductInfo(
      String obsPublisherDid, Instant catalogueTime, String originalName, String serviceUrl) {
    this(obsPublisherDid, catalogueTime, originalName, serviceUrl, Optional.empty());
  }
}
