package org.pawprint.datalink.links;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.pawprint.core.fits.SimplifiedFits;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.datalink.original.Originals;
import org.pawprint.datalink.preview.PreviewSize;
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
   * @param related other bands, forms, epochs and versions
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
    if (original) {
      addHeader(stored, rows);
    }
    if (!stored.isCube()) {
      rows.add(preview(Semantics.PREVIEW, stored, PreviewSize.PLOT, "Plot", "preview"));
      rows.add(preview(Semantics.THUMBNAIL, stored, PreviewSize.THUMBNAIL, "Plot, small", "thumbnail"));
    }
    for (RelatedSpectrum other : related) {
      if (!other.spectrum().isCube() || isThere(other.spectrum(), readable)) {
        rows.add(related(other));
      }
    }
    return rows;
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
    if (stored.slice().hasSigma()) {
      rows.add(
          product(
              Semantics.ERROR,
              stored,
              ProductFormat.FITS,
              "One standard deviation of the flux: the image " + SimplifiedFits.SIGMA + " in the simplified FITS file",
              "sigma"));
    }
  }

  private LinkRow preview(
      Semantics semantics,
      StoredSpectrum stored,
      PreviewSize size,
      String description,
      String localSemantics) {
    return new LinkRow.ToFile(
        semantics,
        addresses.preview(stored.did(), size),
        description + " of " + target(stored) + ", " + size + " pixels",
        PreviewSize.MEDIA_TYPE,
        size.bytes(),
        "",
        localSemantics);
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
    return itself(
        semantics(other.relation()),
        spectrum,
        RelationText.of(other),
        localSemantics(other.relation(), spectrum));
  }

  /** Other epochs share the target and nothing else; the rest shares raw frames with #this. */
  private static Semantics semantics(RelatedSpectrum.Relation relation) {
    return switch (relation) {
      case OTHER_BAND, SIBLING, OLDER_VERSION -> Semantics.CODERIVED;
      case OTHER_EPOCH -> Semantics.COUNTERPART;
      case NEWER_VERSION -> Semantics.DERIVATION;
    };
  }

  private static String localSemantics(RelatedSpectrum.Relation relation, StoredSpectrum other) {
    return switch (relation) {
      case OTHER_BAND ->
          other.row().text(ObsCoreColumn.ARM).isPresent() ? "other-arm" : "other-band";
      case SIBLING -> "other-form";
      case OTHER_EPOCH -> "other-epoch";
      case NEWER_VERSION -> "newer-version";
      case OLDER_VERSION -> "older-version";
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
