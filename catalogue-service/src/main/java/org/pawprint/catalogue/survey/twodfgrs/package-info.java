/**
 * The object files of the 2dF Galaxy Redshift Survey: a sky chart and every observation of one
 * object. Knows nothing of the other surveys.
 */
@NullMarked
package org.pawprint.catalogue.survey.twodfgrs;

import org.jspecify.annotations.NullMarked;
