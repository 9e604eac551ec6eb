package org.pawprint.catalogue.survey.galah;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.UnreadableFits;

/** What a file gave and what it did not; one bad HDU does not cost the others. */
final class Findings {
  private final List<LoadedSpectrum> spectra = new ArrayList<>();
  private final List<String> rejected = new ArrayList<>();

  /** The result, or empty and a line for the operator. */
  <T> Optional<T> attempt(FitsHdu hdu, Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (UnreadableFits e) {
      rejected.add(e.getMessage());
    } catch (IllegalArgumentException e) {
      reject(hdu, String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  void reject(FitsHdu hdu, String reason) {
    rejected.add("HDU %d (%s): %s".formatted(hdu.index(), hdu.name(), reason));
  }

  void add(FitsHdu hdu, Supplier<LoadedSpectrum> reading) {
    attempt(hdu, reading).ifPresent(spectra::add);
  }

  LoadedFile file() {
    return new LoadedFile(spectra, 0, rejected);
  }
}
