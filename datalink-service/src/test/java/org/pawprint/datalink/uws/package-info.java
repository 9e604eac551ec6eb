/** Tests of jobs apart from what they do. */
@NullMarked
package org.pawprint.datalink.uws;

import org.jspecify.annotations.NullMarked;
