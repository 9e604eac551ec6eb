/** Cases of the package of the same name that need no server. */
@NullMarked
package org.pawprint.listener.pipeline;

import org.jspecify.annotations.NullMarked;
