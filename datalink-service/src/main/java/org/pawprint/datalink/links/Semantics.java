package org.pawprint.datalink.links;

/** Terms of the IVOA vocabulary datalink/core that the archive uses. */
enum Semantics {
  THIS("#this"),
  PROGENITOR("#progenitor"),
  CODERIVED("#coderived"),
  DERIVATION("#derivation"),
  COUNTERPART("#counterpart"),
  ERROR("#error"),
  PREVIEW("#preview"),
  THUMBNAIL("#thumbnail"),
  CUTOUT("#cutout"),
  DETACHED_HEADER("#detached-header"),
  PACKAGE("#package");

  private final String term;

  Semantics(String term) {
    this.term = term;
  }

  String term() {
    return term;
  }
}
