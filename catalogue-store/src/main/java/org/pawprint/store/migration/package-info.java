/** Roles and migrations, run once with the owner's role. Services only check the schema version. */
@NullMarked
package org.pawprint.store.migration;

import org.jspecify.annotations.NullMarked;
