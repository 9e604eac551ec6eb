@NullMarked
package org.pawprint.datalink.bulk;

import org.jspecify.annotations.NullMarked;
