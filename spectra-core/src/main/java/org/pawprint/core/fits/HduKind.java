package org.pawprint.core.fits;

/** What an HDU holds, by its place and XTENSION. */
public enum HduKind {
  PRIMARY,
  IMAGE,
  BINTABLE,
  /** ASCII table. */
  TABLE,
  /** An extension type of no use here; its data can be skipped. */
  OTHER;

  static HduKind ofExtension(String xtension) {
    return switch (xtension) {
      case "IMAGE", "IUEIMAGE" -> IMAGE;
      case "BINTABLE", "A3DTABLE" -> BINTABLE;
      case "TABLE" -> TABLE;
      default -> OTHER;
    };
  }
}
