/**
 * Tests of the 2dFGRS loader on real files, and on real files changed card by card. Expected
 * numbers come from other readers.
 */
@NullMarked
package org.pawprint.catalogue.survey.twodfgrs;

import org.jspecify.annotations.NullMarked;
