/**
 * The door: takes announcements of finished reductions, archives the files, keeps the ledger and
 * tells the catalogue. This package wires the features and holds no logic.
 */
@NullMarked
package org.pawprint.listener;

import org.jspecify.annotations.NullMarked;
