/**
 * Places on the sky, all ICRS: positions, regions, and the nested HEALPix numbering by which the
 * catalogue finds them. Angles carry their unit in the name; imports nothing but the JDK.
 */
@NullMarked
package org.pawprint.core.sky;

import org.jspecify.annotations.NullMarked;
