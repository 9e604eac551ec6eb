/**
 * Numbers of a written frame of HERMES as other programs read them. Where they come from is told in
 * the PROVENANCE.md of the fixtures.
 */
@NullMarked
package org.pawprint.catalogue.survey.hermes;

import org.jspecify.annotations.NullMarked;
