/**
 * Spectra made on request (SODA 1.0): parameters are read into a request, a request is carried out
 * on the spectra it names, and what comes of it is served like any other product.
 */
@NullMarked
package org.pawprint.datalink.soda;

import org.jspecify.annotations.NullMarked;
