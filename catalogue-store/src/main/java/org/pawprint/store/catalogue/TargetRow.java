package org.pawprint.store.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A row of a survey's table on its way into the database.
 *
 * @param key by which spectra find it; null for a row without one
 * @param columns all columns of the row, a JSON object
 */
public record TargetRow(@Nullable String key, Target target, String columns) {}
