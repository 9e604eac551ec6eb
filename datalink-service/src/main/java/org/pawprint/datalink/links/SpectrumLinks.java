package org.pawprint.datalink.links;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.datalink.original.Originals;
import org.pawprint.datalink.slink.ProductFormat;
import org.pawprint.datalink.slink.SpectrumProducts;
import org.pawprint.service.PublicBase;
import org.pawprint.store.catalogue.RelatedSpectrum;
import org.pawprint.store.catalogue.StoredSpectrum;
import org.springframework.stereotype.Component;

/** The links of one spectrum, in the order in which a client should look at them. */
@Component
final class SpectrumLinks {
  private static final String SPECTRUM = "#spectrum";

  private final PublicAddresses addresses;
  private final SpectrumProducts products;
  private final Originals originals;

  SpectrumLinks(PublicBase bases, SpectrumProducts products, Originals originals) {
    this.addresses = PublicAddresses.of(bases);
    this.products = products;
    this.originals = originals;
  }

  /**
   * @param related other arms and versions
   * @param readable originals that the caller may read; the rest is passed over in silence
   */
  List<LinkRow> of(StoredSpectrum stored, List<RelatedSpectrum> related, Set<Sha256> readable)
      throws IOException {
    List<LinkRow> rows = new ArrayList<>();
    String name = stored.row().text(ObsCoreColumn.TARGET_NAME).orElse("the target");
    rows.add(
        product(
            Semantics.THIS, stored, ProductFormat.FITS, "Spectrum of " + name, "simplified-fits"));
    rows.add(
        product(
            Semantics.THIS,
            stored,
            ProductFormat.VOTABLE,
            "Spectrum of " + name + " as VOTable",
            "simplified-votable"));
    if (readable.contains(stored.original()) && originals.holds(stored)) {
      addOriginal(stored, rows);
    }
    for (RelatedSpectrum other : related) {
      rows.add(related(other));
    }
    return rows;
  }

  private void addOriginal(StoredSpectrum stored, List<LinkRow> rows) throws IOException {
    rows.add(
        new LinkRow.ToFile(
            Semantics.PROGENITOR,
            addresses.original(stored.did()),
            "Original file " + stored.originalName(),
            Originals.MEDIA_TYPE,
            originals.bytes(stored),
            "",
            "original"));
    OptionalLong headerBytes = originals.headerBytes(stored);
    if (headerBytes.isPresent()) {
      rows.add(
          new LinkRow.ToFile(
              Semantics.DETACHED_HEADER,
              addresses.originalHeader(stored.did()),
              "Headers of the original file",
              Originals.HEADER_MEDIA_TYPE,
              headerBytes.getAsLong(),
              "",
              "original-header"));
    }
  }

  private LinkRow related(RelatedSpectrum other) {
    StoredSpectrum spectrum = other.spectrum();
    String version = spectrum.row().text(ObsCoreColumn.REDUCTION_VERSION).orElse("");
    return switch (other.relation()) {
      case OTHER_ARM ->
          product(
              Semantics.CODERIVED,
              spectrum,
              ProductFormat.FITS,
              "Same fibre, arm " + spectrum.row().text(ObsCoreColumn.ARM).orElse(""),
              "other-arm");
      case NEWER_VERSION ->
          product(
              Semantics.DERIVATION,
              spectrum,
              ProductFormat.FITS,
              "Later reduction of the same spectrum, version " + version,
              "newer-version");
      case OLDER_VERSION ->
          product(
              Semantics.CODERIVED,
              spectrum,
              ProductFormat.FITS,
              "Earlier reduction of the same spectrum, version " + version,
              "older-version");
    };
  }

  private LinkRow product(
      Semantics semantics,
      StoredSpectrum stored,
      ProductFormat format,
      String description,
      String localSemantics) {
    return new LinkRow.ToFile(
        semantics,
        addresses.product(stored.did(), format),
        description,
        format.mediaType(),
        products.length(stored, format),
        SPECTRUM,
        localSemantics);
  }
}
