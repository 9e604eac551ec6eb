/**
 * What the instruments behind 2dF share: frames of fibres as 2dfdr reduces them, in one layout, and
 * the arms of HERMES. May be used by surveys and sees none of them.
 */
@NullMarked
package org.pawprint.catalogue.survey.twodfdr;

import org.jspecify.annotations.NullMarked;
