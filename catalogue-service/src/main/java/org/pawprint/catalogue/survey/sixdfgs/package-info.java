/**
 * The files of the 6dF Galaxy Survey, complete, split and tabular. Knows nothing of the other
 * surveys.
 */
@NullMarked
package org.pawprint.catalogue.survey.sixdfgs;

import org.jspecify.annotations.NullMarked;
