package org.pawprint.catalogue.survey.ozdes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.HduKind;

/**
 * One object: its co-add in the primary HDU and its epochs, whose HDUs have the MJD in their names.
 *
 * @param combined absent where the primary HDU holds no pixels
 * @param epochs in the order of the file
 */
record OzdesFile(FitsHeader header, Optional<OzdesSpectrum> combined, List<OzdesSpectrum> epochs) {
  private static final String EPOCH = "SPECTRUM_";

  OzdesFile {
    epochs = List.copyOf(epochs);
  }

  static OzdesFile of(FitsFile fits) {
    FitsHdu primary = fits.primary();
    List<OzdesSpectrum> epochs = new ArrayList<>();
    for (FitsHdu hdu : fits.hdus()) {
      if (isEpoch(hdu)) {
        epochs.add(OzdesSpectrum.epoch(fits, hdu, hdu.name().substring(EPOCH.length())));
      }
    }
    return new OzdesFile(
        primary.header(),
        primary.elements() > 0 ? Optional.of(OzdesSpectrum.combined(fits)) : Optional.empty(),
        epochs);
  }

  static boolean isEpoch(FitsHdu hdu) {
    String name = hdu.name().toUpperCase(Locale.ROOT);
    return hdu.kind() == HduKind.IMAGE
        && name.startsWith(EPOCH)
        && !name.substring(EPOCH.length()).isBlank();
  }

  /** Co-add first. */
  List<OzdesSpectrum> spectra() {
    List<OzdesSpectrum> all = new ArrayList<>(epochs.size() + 1);
    combined.ifPresent(all::add);
    all.addAll(epochs);
    return all;
  }
}
