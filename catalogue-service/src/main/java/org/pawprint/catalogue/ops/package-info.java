/**
 * What operators may ask and order of catalogue-service over HTTP, behind the guard of the service
 * kit: status, withdrawal, tables of targets.
 */
@NullMarked
package org.pawprint.catalogue.ops;

import org.jspecify.annotations.NullMarked;
