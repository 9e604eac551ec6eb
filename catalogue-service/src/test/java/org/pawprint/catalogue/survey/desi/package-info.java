/** A file after DESI's data model, as astropy reads it. */
@NullMarked
package org.pawprint.catalogue.survey.desi;

import org.jspecify.annotations.NullMarked;
