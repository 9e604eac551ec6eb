/**
 * Simulated nights at the 2dF: fields, frames as 2dfdr writes them, and the events that announce
 * them, all from one seed. Written for tests, demonstrations and benchmarks; knows no service, no
 * broker and no database.
 */
@NullMarked
package org.pawprint.standalone.simulate;

import org.jspecify.annotations.NullMarked;
