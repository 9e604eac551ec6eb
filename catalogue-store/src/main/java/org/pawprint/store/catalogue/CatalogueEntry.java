package org.pawprint.store.catalogue;

import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.store.file.SegmentSlice;

/**
 * One spectrum ready for the catalogue.
 *
 * @param did with its version
 * @param row everything but {@code last_modified}, which the catalogue sets
 * @param slice where its numbers already lie, durable
 * @param axis how its wavelengths are kept
 */
public record CatalogueEntry(
    PublisherDid did, ObsCoreRow row, SegmentSlice slice, StoredAxis axis) {}
