/**
 * Frames of 2dF with HERMES as 2dfdr reduces them, a file per arm. Knows nothing of the other
 * surveys.
 */
@NullMarked
package org.pawprint.catalogue.survey.hermes;

import org.jspecify.annotations.NullMarked;
