/** Events received and what became of them. One class per question. */
@NullMarked
package org.pawprint.store.ledger;

import org.jspecify.annotations.NullMarked;
