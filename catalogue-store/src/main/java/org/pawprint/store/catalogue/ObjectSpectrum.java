package org.pawprint.store.catalogue;

import org.pawprint.core.identifier.PublisherDid;

/**
 * One of the spectra of a survey's object. Texts are empty where the catalogue has none.
 *
 * @param did full, with its version
 * @param band column {@code band_name}
 * @param arm of the spectrograph
 * @param subtype column {@code dataproduct_subtype}
 */
public record ObjectSpectrum(
    PublisherDid did, String collection, String band, String arm, String subtype) {}
