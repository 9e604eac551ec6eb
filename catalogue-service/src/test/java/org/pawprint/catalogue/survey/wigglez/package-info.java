/** Tests of the loader beside it. */
@NullMarked
package org.pawprint.catalogue.survey.wigglez;

import org.jspecify.annotations.NullMarked;
