/** Files after ESO's standard, as astropy reads them. */
@NullMarked
package org.pawprint.catalogue.survey.eso;

import org.jspecify.annotations.NullMarked;
