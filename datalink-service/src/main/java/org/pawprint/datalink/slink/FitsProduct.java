package org.pawprint.datalink.slink;

import java.time.Instant;
import java.util.Objects;
import org.pawprint.core.fits.ProductInfo;
import org.pawprint.core.fits.SimplifiedFits;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.store.catalogue.StoredSpectrum;

/** One spectrum as simplified FITS. Its length follows from the row alone. */
final class FitsProduct implements Product {
  private final StoredSpectrum stored;
  private final ProductInfo info;

  /**
   * @param serviceUrl where to read about the service
   */
  FitsProduct(StoredSpectrum stored, String serviceUrl) {
    this.stored = stored;
    Instant catalogued =
        (Instant) Objects.requireNonNull(stored.row().value(ObsCoreColumn.LAST_MODIFIED));
    this.info =
        new ProductInfo(stored.did().toString(), catalogued, stored.originalName(), serviceUrl);
  }

  @Override
  public byte[] bytes(Spectrum spectrum) {
    return SimplifiedFits.render(stored.row(), spectrum, info);
  }

  /** For saving: the DID's own parts, whatever a file name cannot hold replaced. */
  String fileName() {
    return name(stored.did()) + ".fits";
  }

  static String name(PublisherDid did) {
    String name =
        did.collection()
            + "_"
            + did.obsId()
            + "_"
            + did.spectrum()
            + did.version().map(v -> "_" + v).orElse("");
    return name.replaceAll("[^A-Za-z0-9._-]", "_");
  }

  /** Bytes of the file, without reading the segment. */
  @Override
  public long length() {
    return SimplifiedFits.length(stored.row(), standIn(), stored.slice().pixels(), info);
  }

  private Spectrum standIn() {
    SpectralAxis axis = stored.axis().standIn();
    float[] zeros = new float[axis.length()];
    return new Spectrum(
        axis,
        stored.medium(),
        stored.frame(),
        zeros,
        stored.slice().hasSigma() ? zeros : null,
        new byte[axis.length()],
        stored.row().text(ObsCoreColumn.O_UNIT).orElse(""),
        stored.errorKind());
  }
}
