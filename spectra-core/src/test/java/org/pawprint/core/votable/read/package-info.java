@NullMarked
package org.pawprint.core.votable.read;

import org.jspecify.annotations.NullMarked;
