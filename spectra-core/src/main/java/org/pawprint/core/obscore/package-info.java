/**
 * The ObsCore model as data: one table of columns from which DDL checks, VOTable FIELDs and answers
 * derive, and the row that carries their values. Imports nothing but the JDK.
 */
@NullMarked
package org.pawprint.core.obscore;

import org.jspecify.annotations.NullMarked;
