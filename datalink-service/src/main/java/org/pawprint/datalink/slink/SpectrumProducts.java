package org.pawprint.datalink.slink;

import java.util.Optional;
import org.pawprint.core.fits.SimplifiedFits;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.votable.Serialisation;
import org.pawprint.datalink.http.Download;
import org.pawprint.datalink.http.Recent;
import org.pawprint.service.PublicBase;
import org.pawprint.store.catalogue.StoredSpectrum;
import org.pawprint.store.file.SegmentReader;
import org.pawprint.store.file.SliceArrays;
import org.springframework.stereotype.Component;

/** Makes the products of a spectrum and knows their sizes before they are made. */
@Component
public final class SpectrumProducts {
  private static final int REMEMBERED_LENGTHS = 50_000;

  private final SegmentReader segments;
  private final String serviceUrl;

  /** Links of many spectra ask for the same ones again and again: both arms, every epoch. */
  private final Recent<LengthKey, Long> lengths = new Recent<>(REMEMBERED_LENGTHS);

  /** What determines a product, as its {@link #identity} does. */
  private record LengthKey(
      long id, StoredSpectrum.State state, Optional<Object> lastModified, ProductFormat format) {}

  SpectrumProducts(SegmentReader segments, PublicBase bases) {
    this.segments = segments;
    this.serviceUrl = bases.ssa().toString();
  }

  /** Bytes of a product, without reading the segment. */
  public long length(StoredSpectrum stored, ProductFormat format) {
    LengthKey key =
        new LengthKey(
            stored.id(),
            stored.state(),
            Optional.ofNullable(stored.row().value(ObsCoreColumn.LAST_MODIFIED)),
            format);
    return lengths.get(key, () -> product(stored, format).length());
  }

  /** The product as a download; its bytes are made when they are sent. */
  public Download download(StoredSpectrum stored, ProductFormat.Requested requested) {
    Product product = product(stored, requested.format());
    return new Download(
        requested.mediaType(),
        product instanceof FitsProduct fits ? fits.fileName() : "",
        identity(stored, requested),
        product.length(),
        (first, length, out) ->
            out.write(
                product.bytes(stored.spectrum(segments.read(stored.slice()))),
                Math.toIntExact(first),
                Math.toIntExact(length)));
  }

  /**
   * A product whose numbers have been read.
   *
   * @param numbers of the spectrum's slice
   */
  public byte[] bytes(StoredSpectrum stored, SliceArrays numbers, ProductFormat format) {
    return product(stored, format).bytes(stored.spectrum(numbers));
  }

  /** Name under which the FITS file of a spectrum is offered for saving. */
  public String fileName(StoredSpectrum stored) {
    return fits(stored).fileName();
  }

  private Product product(StoredSpectrum stored, ProductFormat format) {
    return switch (format) {
      case VOTABLE -> document(stored, Serialisation.TABLEDATA);
      case VOTABLE_BINARY2 -> document(stored, Serialisation.BINARY2);
      case FITS -> fits(stored);
    };
  }

  private static SpectrumDocument document(StoredSpectrum stored, Serialisation serialisation) {
    return new SpectrumDocument(SpectrumFacts.of(stored), serialisation);
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
