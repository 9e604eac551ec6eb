/** The command line, one class a command. Talks to a running archive over HTTP and the broker. */
@NullMarked
package org.pawprint.standalone.command;

import org.jspecify.annotations.NullMarked;
