/** Capabilities and availability of the links endpoint (VOSI 1.1). Static texts, no catalogue. */
@NullMarked
package org.pawprint.datalink.vosi;

import org.jspecify.annotations.NullMarked;
