/**
 * What every survey loader must hold to, tried on every fixture. The pinned numbers of a survey are
 * in its own package.
 */
@NullMarked
package org.pawprint.catalogue.survey;

import org.jspecify.annotations.NullMarked;
