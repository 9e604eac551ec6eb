package org.pawprint.datalink.links;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.datalink.bulk.SpectraZip;
import org.pawprint.datalink.preview.PreviewSize;
import org.pawprint.datalink.slink.ProductFormat;
import org.pawprint.datalink.soda.SkyFile;
import org.pawprint.service.PublicBase;

/** Addresses of this service as the outside world reaches it. */
record PublicAddresses(String base) {
  private static final String SODA_SYNC = "/vo/soda/sync";

  static PublicAddresses of(PublicBase bases) {
    return new PublicAddresses(bases.datalink().toString().replaceFirst("/+$", ""));
  }

  URI links() {
    return URI.create(base + "/vo/datalink/links");
  }

  URI sodaSync() {
    return URI.create(base + SODA_SYNC);
  }

  /** A zip of spectra, in this order. */
  URI zip(List<PublisherDid> dids) {
    String ids =
        dids.stream().map(PublicAddresses::encode).collect(Collectors.joining("&ID=", "ID=", "&"));
    return URI.create(base + "/vo/spectra?" + ids + "RESPONSEFORMAT=" + SpectraZip.FORMAT);
  }

  /** Addresses of what belongs to one spectrum or cube. */
  OfSpectrum of(PublisherDid did) {
    return new OfSpectrum(base, encode(did));
  }

  /** The whole DID, its own percent signs too: the server decodes once. */
  private static String encode(PublisherDid did) {
    return URLEncoder.encode(did.toString(), StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * Where things of one spectrum or cube are.
   *
   * @param id its DID as a parameter's value
   */
  record OfSpectrum(String base, String id) {
    URI product(ProductFormat format) {
      return at("/vo/slink", "&RESPONSEFORMAT=" + format.shortName());
    }

    URI preview(PreviewSize size) {
      return at("/vo/preview", "&" + PreviewSize.PARAMETER + "=" + size);
    }

    URI sky() {
      return at(SODA_SYNC, "&" + SkyFile.QUERY);
    }

    URI original() {
      return at("/vo/original", "");
    }

    URI originalHeader() {
      return at("/vo/original/header", "");
    }

    private URI at(String path, String more) {
      return URI.create(base + path + "?ID=" + id + more);
    }
  }
}
