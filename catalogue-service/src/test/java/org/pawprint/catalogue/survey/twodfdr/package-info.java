/** Frames in the layout of 2dfdr, spelt out card by card, for the tests of its instruments. */
@NullMarked
package org.pawprint.catalogue.survey.twodfdr;

import org.jspecify.annotations.NullMarked;
