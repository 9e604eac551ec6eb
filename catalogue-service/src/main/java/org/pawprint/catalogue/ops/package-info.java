/**
 * What operators may ask catalogue-service over HTTP, behind the guard of the service kit. Changes
 * nothing in the catalogue.
 */
@NullMarked
package org.pawprint.catalogue.ops;

import org.jspecify.annotations.NullMarked;
