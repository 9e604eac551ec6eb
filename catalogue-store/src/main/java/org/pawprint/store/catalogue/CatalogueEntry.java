package org.pawprint.store.catalogue;

import java.util.Optional;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.SkyPlace;
import org.pawprint.store.file.SegmentSlice;

/**
 * One spectrum or cube ready for the catalogue.
 *
 * @param did with its version
 * @param row everything but {@code last_modified}, which the catalogue sets
 * @param pixels of a spectrum, already durable; empty for a cube, which is served as its original
 */
public record CatalogueEntry(PublisherDid did, ObsCoreRow row, Optional<StoredPixels> pixels) {

  /** A spectrum. */
  public CatalogueEntry(
      PublisherDid did,
      ObsCoreRow row,
      SegmentSlice slice,
      StoredAxis axis,
      Optional<SkyPlace> sky) {
    this(did, row, Optional.of(new StoredPixels(slice, axis, sky)));
  }

  /** A cube. */
  public static CatalogueEntry cube(PublisherDid did, ObsCoreRow row) {
    return new CatalogueEntry(did, row, Optional.empty());
  }
}
