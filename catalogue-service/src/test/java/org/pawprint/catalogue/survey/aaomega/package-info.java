/**
 * Numbers of real AAOmega files as other programs read them. Where they come from is told in the
 * PROVENANCE.md of the fixtures.
 */
@NullMarked
package org.pawprint.catalogue.survey.aaomega;

import org.jspecify.annotations.NullMarked;
