/** Tests of the GAMA loader on published files and on written ones. */
@NullMarked
package org.pawprint.catalogue.survey.gama;

import org.jspecify.annotations.NullMarked;
