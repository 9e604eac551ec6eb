/** Declared surveys: the faults of a mapping, and files read by one. */
@NullMarked
package org.pawprint.catalogue.survey.mapping;

import org.jspecify.annotations.NullMarked;
