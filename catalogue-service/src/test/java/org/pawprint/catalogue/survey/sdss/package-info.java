/** SDSS files as specutils and astropy read them. */
@NullMarked
package org.pawprint.catalogue.survey.sdss;

import org.jspecify.annotations.NullMarked;
