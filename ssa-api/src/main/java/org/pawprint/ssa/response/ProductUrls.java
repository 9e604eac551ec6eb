package org.pawprint.ssa.response;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.pawprint.service.PublicBase;
import org.pawprint.ssa.query.Product;
import org.pawprint.ssa.query.Protocol;

/** Where the services are that an answer and its rows point to. */
final class ProductUrls {
  private final String spectrum;
  private final String original;
  private final String preview;
  private final String links;
  private final String search;
  private final String soda;

  ProductUrls(PublicBase base) {
    this.spectrum = base.datalink() + "/vo/slink?ID=";
    this.preview = base.datalink() + "/vo/preview?ID=";
    this.original = base.datalink() + "/vo/original?ID=";
    this.links = base.datalink() + "/vo/datalink/links";
    this.search = base.ssa().toString();
    this.soda = base.datalink() + "/vo/soda/sync";
  }

  /** The spectrum in this form. */
  String of(Product product, String did) {
    return switch (product) {
      case VOTABLE -> spectrum + encode(did);
      case FITS -> spectrum + encode(did) + "&RESPONSEFORMAT=fits";
      case GRAPHIC -> preview + encode(did);
      case NATIVE -> original(did);
    };
  }

  /** The original file. */
  String original(String did) {
    return original + encode(did);
  }

  /** The search itself. */
  String search(Protocol protocol) {
    return search + protocol.path();
  }

  /** The links endpoint. */
  String links() {
    return links;
  }

  /** The cut-out service. */
  String soda() {
    return soda;
  }

  private static String encode(String did) {
    return URLEncoder.encode(did, StandardCharsets.UTF_8);
  }
}
