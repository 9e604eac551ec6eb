@NullMarked
package org.pawprint.datalink.links;

import org.jspecify.annotations.NullMarked;
