package org.pawprint.datalink.bulk;

import java.util.List;
import java.util.OptionalLong;
import org.pawprint.datalink.slink.ProductFormat;
import org.pawprint.datalink.slink.SpectrumProducts;
import org.pawprint.store.catalogue.StoredSpectrum;
import org.springframework.stereotype.Component;

/** What {@code /vo/spectra} answers in the form of a zip, as far as others want to know of it. */
@Component
public final class SpectraZip {
  /** Value of RESPONSEFORMAT. */
  public static final String FORMAT = "zip";

  public static final String MEDIA_TYPE = BulkFormat.ZIP.mediaType();

  private final SpectrumProducts products;

  SpectraZip(SpectrumProducts products) {
    this.products = products;
  }

  /**
   * Bytes of the answer, without reading a segment.
   *
   * @param spectra in the order of their IDs
   * @return empty where it is not known before
   */
  public OptionalLong length(List<StoredSpectrum> spectra) {
    ZipLayout layout = new ZipLayout();
    int number = 0;
    for (StoredSpectrum stored : spectra) {
      number++;
      layout.add(
          ArchiveAnswer.name(number, products.fileName(stored)),
          products.length(stored, ProductFormat.FITS));
    }
    return layout.length();
  }
}
