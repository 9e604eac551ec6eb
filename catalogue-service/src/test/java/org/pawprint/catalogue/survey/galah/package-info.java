/**
 * Numbers of a real GALAH file as other programs read them, and of written ones. Where they come
 * from is told in the PROVENANCE.md of the fixtures.
 */
@NullMarked
package org.pawprint.catalogue.survey.galah;

import org.jspecify.annotations.NullMarked;
