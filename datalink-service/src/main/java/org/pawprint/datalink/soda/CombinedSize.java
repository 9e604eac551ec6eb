package org.pawprint.datalink.soda;

import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.soda.SodaParameter;

/** How much may be joined in one request: every spectrum is held on the pixels of the result. */
final class CombinedSize {
  /** Spectra times pixels of the result: some 50 MB of flux, sigma and mask. */
  static final long MOST = 5_000_000;

  private CombinedSize() {}

  /**
   * @param parameter COADD or SPLICE
   * @param value of it
   * @param spectra two or more
   * @param pixels of the result, at most
   * @throws ParameterFaults when the product is above {@link #MOST}
   */
  static void require(SodaParameter parameter, String value, int spectra, long pixels) {
    if (spectra * pixels > MOST) {
      throw ParameterFaults.of(
          parameter.name(),
          value,
          "%d IDs times %d pixels of the result to be at most %d: at most %d IDs, or %d pixels"
              .formatted(spectra, pixels, MOST, MOST / pixels, MOST / spectra));
    }
  }
}
