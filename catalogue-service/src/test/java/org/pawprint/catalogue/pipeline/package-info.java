/** Settings of the pipeline as they are bound. */
@NullMarked
package org.pawprint.catalogue.pipeline;

import org.jspecify.annotations.NullMarked;
