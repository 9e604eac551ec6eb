package org.pawprint.datalink.soda;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.UnreadableFits;
import org.pawprint.datalink.http.Places;
import org.pawprint.datalink.http.ServiceFault;
import org.pawprint.datalink.original.Originals;
import org.pawprint.store.catalogue.SpectrumLookup;
import org.pawprint.store.catalogue.StoredSpectrum;
import org.pawprint.store.search.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads what derived spectra need out of original files, as far as the caller may read them. */
@Component
final class OriginalReading {
  private static final Logger LOG = LoggerFactory.getLogger(OriginalReading.class);

  /** A compressed file is expanded in memory. */
  private static final int MOST_AT_ONCE = 4;

  private final Places atOnce =
      new Places(
          MOST_AT_ONCE,
          Duration.ofSeconds(5),
          "too many original files are being read; ask again later");
  private final SpectrumLookup lookup;
  private final Originals originals;

  OriginalReading(SpectrumLookup lookup, Originals originals) {
    this.lookup = lookup;
    this.originals = originals;
  }

  /**
   * What a reader makes of the original.
   *
   * @throws ServiceFault when it cannot be had or read, or is not the caller's to read
   */
  <T> T read(StoredSpectrum stored, Caller caller, Function<FitsFile, T> reader)
      throws IOException {
    String what = "the file of this " + (stored.isCube() ? "cube" : "spectrum");
    if (lookup.readableOriginals(List.of(stored.original()), caller).isEmpty()
        || originals.bytes(List.of(stored.original())).isEmpty()) {
      throw ServiceFault.notThere(what + " cannot be had");
    }
    try (Places.Place place = atOnce.take();
        FitsFile file = originals.open(stored)) {
      return reader.apply(file);
    } catch (UnreadableFits e) {
      LOG.warn("the original of {} cannot be read", stored.did(), e);
      throw ServiceFault.notThere(what + " cannot be read: " + e.getMessage());
    }
  }
}
