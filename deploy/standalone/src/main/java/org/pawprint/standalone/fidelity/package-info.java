/**
 * What the survey loaders read, held against another program's reading of the same files. The other
 * program decides; nothing here knows a survey.
 */
@NullMarked
package org.pawprint.standalone.fidelity;

import org.jspecify.annotations.NullMarked;
