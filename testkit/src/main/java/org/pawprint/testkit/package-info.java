/**
 * What tests of every module share: PostgreSQL and brokers under test, a settable clock. Test scope
 * only; production code never depends on it.
 */
@NullMarked
package org.pawprint.testkit;

import org.jspecify.annotations.NullMarked;
