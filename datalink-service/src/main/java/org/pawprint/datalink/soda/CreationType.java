package org.pawprint.datalink.soda;

import org.pawprint.core.soda.SodaParameter;

/** How a spectrum was made from its parents, in SSA's words (SSA-1.1 4.2.5.6). */
enum CreationType {
  ARCHIVAL("archival"),
  CUTOUT("cutout"),
  /** Other wavelengths or other pixels. */
  PROJECTION("projection"),
  /** Smoothed or divided. */
  FILTERED("filtered"),
  SPECTRAL_EXTRACTION("spectralExtraction"),
  /** Of several. */
  MOSAIC("mosaic");

  private final String term;

  CreationType(String term) {
    this.term = term;
  }

  String term() {
    return term;
  }

  /** The last in the order above of what is done. */
  static CreationType of(SodaRequest request) {
    return request.steps().stream()
        .map(step -> of(SodaParameter.valueOf(step.name())))
        .max(CreationType::compareTo)
        .orElse(ARCHIVAL);
  }

  private static CreationType of(SodaParameter parameter) {
    return switch (parameter) {
      // The sky is as the survey archived it.
      case ID, FORMAT, COMPONENT -> ARCHIVAL;
      case BAND -> CUTOUT;
      case SPECSYS, MEDIUM, REDSHIFT, FRAME, REBIN -> PROJECTION;
      case SMOOTH, NORMALISE, FLUXCALIB -> FILTERED;
      case POS, CIRCLE, POLYGON, SPAXEL -> SPECTRAL_EXTRACTION;
      case COADD, SPLICE -> MOSAIC;
    };
  }
}
