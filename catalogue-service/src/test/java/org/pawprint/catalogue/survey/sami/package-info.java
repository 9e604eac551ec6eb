/**
 * SAMI files written from the published description, as other programs read them. Assumptions are
 * told in the PROVENANCE.md of the fixtures.
 */
@NullMarked
package org.pawprint.catalogue.survey.sami;

import org.jspecify.annotations.NullMarked;
