@NullMarked
package org.pawprint.datalink.preview;

import org.jspecify.annotations.NullMarked;
