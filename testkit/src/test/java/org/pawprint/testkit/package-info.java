/** Tests of the test kit. They start the servers that the tests of other modules rely on. */
@NullMarked
package org.pawprint.testkit;

import org.jspecify.annotations.NullMarked;
