package org.pawprint.datalink.slink;

import org.pawprint.core.spectrum.Spectrum;

/** One spectrum in one form. */
interface Product {
  /** Bytes of it, without its numbers. */
  long length();

  /** All of it; exactly {@link #length} bytes. */
  byte[] bytes(Spectrum spectrum);
}
