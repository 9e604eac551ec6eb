/**
 * Tables as other than VOTable: comma- or tab-separated text and JSON, written row by row. Columns
 * are described by VOTable fields.
 */
@NullMarked
package org.pawprint.core.table;

import org.jspecify.annotations.NullMarked;
