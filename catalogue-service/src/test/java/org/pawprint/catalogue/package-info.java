/**
 * The service as a whole, on a real database and real brokers: what goes in and what is in
 * catalogue, stores, ledger and queues afterwards.
 */
@NullMarked
package org.pawprint.catalogue;

import org.jspecify.annotations.NullMarked;
