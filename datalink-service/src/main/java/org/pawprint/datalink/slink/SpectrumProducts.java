package org.pawprint.datalink.slink;

import java.io.IOException;
import org.pawprint.core.fits.SimplifiedFits;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.datalink.http.Download;
import org.pawprint.service.PublicBase;
import org.pawprint.store.catalogue.StoredSpectrum;
import org.pawprint.store.file.SegmentReader;
import org.springframework.stereotype.Component;

/** Makes the products of a spectrum and knows their sizes before they are made. */
@Component
public final class SpectrumProducts {
  private final SegmentReader segments;
  private final String serviceUrl;

  SpectrumProducts(SegmentReader segments, PublicBase bases) {
    this.segments = segments;
    this.serviceUrl = bases.ssa().toString();
  }

  /** Bytes of a product, without reading the segment. */
  public long length(StoredSpectrum stored, ProductFormat format) {
    return switch (format) {
      case VOTABLE -> new SpectrumDocument(SpectrumFacts.of(stored)).length();
      case FITS -> fits(stored).length();
    };
  }

  Download download(StoredSpectrum stored, ProductFormat.Requested requested) {
    ProductFormat format = requested.format();
    return new Download(
        requested.mediaType(),
        format == ProductFormat.FITS ? fits(stored).fileName() : "",
        identity(stored, requested),
        length(stored, format),
        (first, length, out) ->
            out.write(bytes(stored, format), Math.toIntExact(first), Math.toIntExact(length)));
  }

  private byte[] bytes(StoredSpectrum stored, ProductFormat format) throws IOException {
    Spectrum spectrum = stored.spectrum(segments.read(stored.slice()));
    return switch (format) {
      case VOTABLE -> new SpectrumDocument(SpectrumFacts.of(stored)).bytes(spectrum);
      case FITS -> fits(stored).bytes(spectrum);
    };
  }

  private FitsProduct fits(StoredSpectrum stored) {
    return new FitsProduct(stored, serviceUrl);
  }

  /** The row is part of the product, so its last change is part of the identity. */
  private static String identity(StoredSpectrum stored, ProductFormat.Requested requested) {
    return String.join(
        "\n",
        stored.did().toString(),
        stored.state().name(),
        String.valueOf(stored.row().value(ObsCoreColumn.LAST_MODIFIED)),
        requested.mediaType(),
        SpectrumDocument.WRITER,
        SimplifiedFits.WRITER);
  }
}
