/**
 * The parameters of the cut-out service (SODA 1.0), shared by whoever describes the service and
 * whoever answers for it. No web types.
 */
@NullMarked
package org.pawprint.core.soda;

import org.jspecify.annotations.NullMarked;
