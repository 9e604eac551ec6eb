/**
 * Spectra by the name a survey gives its object, in the form of Data Central's service. Everything
 * about a spectrum once it is chosen comes from the packages beside this one.
 */
@NullMarked
package org.pawprint.datalink.object;

import org.jspecify.annotations.NullMarked;
