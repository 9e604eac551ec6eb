/**
 * Backfills that operators run: their cursors, the events they announced, and the account of every
 * file at the end. One class per question.
 */
@NullMarked
package org.pawprint.store.backfill;

import org.jspecify.annotations.NullMarked;
