package org.pawprint.datalink.links;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.pawprint.core.identifier.PublisherDid;
import org.pawprint.datalink.slink.ProductFormat;
import org.pawprint.service.PublicBase;

/** Addresses of this service as the outside world reaches it. */
record PublicAddresses(String base) {

  static PublicAddresses of(PublicBase bases) {
    return new PublicAddresses(bases.datalink().toString().replaceFirst("/+$", ""));
  }

  URI links() {
    return URI.create(base + "/vo/datalink/links");
  }

  URI sodaSync() {
    return URI.create(base + "/vo/soda/sync");
  }

  URI product(PublisherDid did, ProductFormat format) {
    return URI.create(
        base + "/vo/slink?ID=" + encode(did) + "&RESPONSEFORMAT=" + format.shortName());
  }

  URI original(PublisherDid did) {
    return URI.create(base + "/vo/original?ID=" + encode(did));
  }

  URI originalHeader(PublisherDid did) {
    return URI.create(base + "/vo/original/header?ID=" + encode(did));
  }

  /** The whole DID, its own percent signs too: the server decodes once. */
  private static String encode(PublisherDid did) {
    return URLEncoder.encode(did.toString(), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
