/**
 * The simplified spectrum, as VOTable after the Spectrum Data Model or as FITS. Numbers come from a
 * segment, everything else from the catalogue row.
 */
@NullMarked
package org.pawprint.datalink.slink;

import org.jspecify.annotations.NullMarked;
