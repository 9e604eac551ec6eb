/**
 * From a stage command to committed rows: open, recognise, load, identify, write the segment,
 * commit. Knows no broker.
 */
@NullMarked
package org.pawprint.catalogue.pipeline;

import org.jspecify.annotations.NullMarked;
