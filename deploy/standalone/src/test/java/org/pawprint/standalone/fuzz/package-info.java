/** Whether the fuzzer finds what it is for, repeatably. */
@NullMarked
package org.pawprint.standalone.fuzz;

import org.jspecify.annotations.NullMarked;
