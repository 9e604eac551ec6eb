/** Files after the IVOA's model, as astropy reads them, and our own products. */
@NullMarked
package org.pawprint.catalogue.survey.ivoa;

import org.jspecify.annotations.NullMarked;
