/**
 * Tests of the 6dFGS loader on real files, and on real files changed card by card. Expected numbers
 * come from other readers.
 */
@NullMarked
package org.pawprint.catalogue.survey.sixdfgs;

import org.jspecify.annotations.NullMarked;
