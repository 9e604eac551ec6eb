package org.pawprint.store.search;

/**
 * Where a page of a listing begins: behind a row, in the catalogue of the listing's first page.
 *
 * @param chordSquared of the last row, where the listing is by distance; else of no meaning
 * @param spectrumId key of the last row
 */
public record PageStart(Moment moment, double chordSquared, long spectrumId) {}
