/**
 * The broker side of the service: stage commands in, notices out. Acknowledges only what is
 * durable; decides nothing about spectra.
 */
@NullMarked
package org.pawprint.catalogue.messaging;

import org.jspecify.annotations.NullMarked;
