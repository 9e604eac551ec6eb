/** The door with a real database and both brokers. Every case looks at ledger, store and queues. */
@NullMarked
package org.pawprint.listener;

import org.jspecify.annotations.NullMarked;
