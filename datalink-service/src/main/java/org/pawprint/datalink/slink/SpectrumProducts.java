package org.pawprint.datalink.slink;

import java.io.IOException;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.datalink.http.Download;
import org.pawprint.store.catalogue.StoredSpectrum;
import org.pawprint.store.file.SegmentReader;
import org.springframework.stereotype.Component;

/** Makes the products of a spectrum and knows their sizes before they are made. */
@Component
public final class SpectrumProducts {
  private final SegmentReader segments;

  SpectrumProducts(SegmentReader segments) {
    this.segments = segments;
  }

  /** Bytes of a product, without reading the segment. */
  public long length(StoredSpectrum stored, ProductFormat format) {
    return new SpectrumDocument(stored).length();
  }

  Download download(StoredSpectrum stored, ProductFormat.Requested requested) {
    ProductFormat format = requested.format();
    return new Download(
        requested.mediaType(),
        "",
        identity(stored, requested),
        length(stored, format),
        (first, length, out) ->
            out.write(bytes(stored, format), Math.toIntExact(first), Math.toIntExact(length)));
  }

  private byte[] bytes(StoredSpectrum stored, ProductFormat format) throws IOException {
    Spectrum spectrum = stored.spectrum(segments.read(stored.slice()));
    return new SpectrumDocument(stored).bytes(spectrum);
  }

  /** The row is part of the product, so its last change is part of the identity. */
  private static String identity(StoredSpectrum stored, ProductFormat.Requested requested) {
    return String.join(
        "\n",
        stored.did().toString(),
        stored.state().name(),
        String.valueOf(stored.row().value(ObsCoreColumn.LAST_MODIFIED)),
        requested.mediaType(),
        String.valueOf(SpectrumDocument.WRITER_VERSION));
  }
}
