/** Tests of the loader beside it. */
@NullMarked
package org.pawprint.catalogue.survey.ozdes;

import org.jspecify.annotations.NullMarked;
