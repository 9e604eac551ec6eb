/**
 * The service that owns the catalogue: stage commands in, segments and rows out, notices on. Never
 * imported by another service.
 */
@NullMarked
package org.pawprint.catalogue;

import org.jspecify.annotations.NullMarked;
