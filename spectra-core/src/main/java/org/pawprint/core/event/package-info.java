/**
 * What the services tell one another through the broker. The published contracts are the documents
 * in deploy/contracts; these records are their Java side.
 */
@NullMarked
package org.pawprint.core.event;

import org.jspecify.annotations.NullMarked;
