/** The example of docs/adding-a-survey.md: a loader of a survey that does not exist. */
@NullMarked
package org.pawprint.catalogue.survey.guide;

import org.jspecify.annotations.NullMarked;
