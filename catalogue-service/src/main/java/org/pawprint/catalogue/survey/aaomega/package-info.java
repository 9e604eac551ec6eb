/**
 * Frames of 2dF with AAOmega as 2dfdr reduces them, and cuts and co-adds of them in the same
 * layout. Knows nothing of the other surveys.
 */
@NullMarked
package org.pawprint.catalogue.survey.aaomega;

import org.jspecify.annotations.NullMarked;
