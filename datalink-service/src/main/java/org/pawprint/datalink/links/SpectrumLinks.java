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

/** The links of one spectrum or cube, in the order in which a client should look at them. */
@Component
final class SpectrumLinks {
  private static final String SPECTRUM = "#spectrum";
  private static final String CUBE = "#cube";

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
   * @param readable originals that the caller may read; the rest is passed over in silence, unless
   *     it is the cube asked for
   */
  List<LinkRow> of(StoredSpectrum stored, List<RelatedSpectrum> related, Set<Sha256> readable)
      throws IOException {
    List<LinkRow> rows = new ArrayList<>();
    boolean original = isThere(stored, readable);
    if (!stored.isCube()) {
      addProducts(stored, rows);
      if (original) {
        rows.add(
            original(
                Semantics.PROGENITOR,
                stored,
                "Original file " + stored.originalName(),
                "original"));
      }
    } else if (original) {
      rows.add(original(Semantics.THIS, stored, "Cube of " + target(stored), "cube"));
    } else {
      rows.add(
          new LinkRow.Fault(
              Semantics.THIS, LinkFault.NOT_FOUND, "the file of this cube cannot be had"));
    }
    if (original || !stored.isCube()) {
      rows.add(cutout(stored));
    }
    if (original) {
      addHeader(stored, rows);
    }
    for (RelatedSpectrum other : related) {
      if (!other.spectrum().isCube() || isThere(other.spectrum(), readable)) {
        rows.add(related(other));
      }
    }
    return rows;
  }

  private static LinkRow cutout(StoredSpectrum stored) {
    return stored.isCube()
        ? new LinkRow.ToService(
            Semantics.CUTOUT,
            LinksDocument.CUBE_SODA,
            "Spectrum of an aperture or a spaxel of the cube",
            "cutout")
        : new LinkRow.ToService(
            Semantics.CUTOUT,
            LinksDocument.SODA,
            "Part of the spectrum; at rest, rebinned, smoothed, normalised, combined",
            "cutout");
  }

  private boolean isThere(StoredSpectrum stored, Set<Sha256> readable) {
    return readable.contains(stored.original()) && originals.holds(stored);
  }

  private static String target(StoredSpectrum stored) {
    return stored.row().text(ObsCoreColumn.TARGET_NAME).orElse("the target");
  }

  private void addProducts(StoredSpectrum stored, List<LinkRow> rows) {
    String description = "Spectrum of " + target(stored);
    rows.add(product(Semantics.THIS, stored, ProductFormat.FITS, description, "simplified-fits"));
    rows.add(
        product(
            Semantics.THIS,
            stored,
            ProductFormat.VOTABLE,
            description + " as VOTable",
            "simplified-votable"));
  }

  private LinkRow original(
      Semantics semantics, StoredSpectrum stored, String description, String localSemantics)
      throws IOException {
    return new LinkRow.ToFile(
        semantics,
        addresses.original(stored.did()),
        description,
        Originals.MEDIA_TYPE,
        originals.bytes(stored),
        stored.isCube() ? CUBE : "",
        localSemantics);
  }

  private void addHeader(StoredSpectrum stored, List<LinkRow> rows) throws IOException {
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

  private LinkRow related(RelatedSpectrum other) throws IOException {
    StoredSpectrum spectrum = other.spectrum();
    String what = spectrum.isCube() ? "cube" : "spectrum";
    String version = spectrum.row().text(ObsCoreColumn.REDUCTION_VERSION).orElse("");
    return switch (other.relation()) {
      case OTHER_ARM ->
          itself(
              Semantics.CODERIVED,
              spectrum,
              (spectrum.isCube() ? "Same target, arm " : "Same fibre, arm ")
                  + spectrum.row().text(ObsCoreColumn.ARM).orElse(""),
              "other-arm");
      case NEWER_VERSION ->
          itself(
              Semantics.DERIVATION,
              spectrum,
              "Later reduction of the same " + what + ", version " + version,
              "newer-version");
      case OLDER_VERSION ->
          itself(
              Semantics.CODERIVED,
              spectrum,
              "Earlier reduction of the same " + what + ", version " + version,
              "older-version");
    };
  }

  private LinkRow itself(
      Semantics semantics, StoredSpectrum stored, String description, String localSemantics)
      throws IOException {
    return stored.isCube()
        ? original(semantics, stored, description, localSemantics)
        : product(semantics, stored, ProductFormat.FITS, description, localSemantics);
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
