/**
 * Release of proprietary rows at their date. Readers see them by policy at that moment; this tells
 * of it.
 */
@NullMarked
package org.pawprint.catalogue.release;

import org.jspecify.annotations.NullMarked;
