package org.pawprint.store.catalogue;

import java.time.Instant;

/**
 * What is left of a spectrum that an operator has withdrawn.
 *
 * @param reason in the operator's words
 * @param at when it was withdrawn
 */
public record Tombstone(String reason, Instant at) {}
