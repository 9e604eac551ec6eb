@NullMarked
package org.pawprint.ssa.response;

import org.jspecify.annotations.NullMarked;
