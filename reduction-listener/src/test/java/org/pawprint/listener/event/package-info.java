/** Cases of the package of the same name that need no server. */
@NullMarked
package org.pawprint.listener.event;

import org.jspecify.annotations.NullMarked;
