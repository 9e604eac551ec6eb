package org.pawprint.datalink.links;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.pawprint.core.fits.SimplifiedFits;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.datalink.original.Originals;
import org.pawprint.datalink.preview.PreviewSize;
import org.pawprint.datalink.slink.ProductFormat;
import org.pawprint.datalink.slink.SpectrumProducts;
import org.pawprint.datalink.soda.SkyFile;
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
  private final SkyFile skies;
  private final PackageLink packages;

  SpectrumLinks(
      PublicBase bases,
      SpectrumProducts products,
      Originals originals,
      SkyFile skies,
      PackageLink packages) {
    this.addresses = PublicAddresses.of(bases);
    this.products = products;
    this.originals = originals;
    this.skies = skies;
    this.packages = packages;
  }

  /**
   * @param related other bands, forms, epochs and versions
   * @param known about the originals of all of these; one that cannot be had is passed over in
   *     silence, unless it is the cube asked for
   */
  List<LinkRow> of(StoredSpectrum stored, List<RelatedSpectrum> related, KnownOriginals known)
      throws IOException {
    List<LinkRow> rows = new ArrayList<>();
    OptionalLong originalBytes = known.bytes(stored.original());
    boolean original = originalBytes.isPresent();
    if (stored.isCube()) {
      rows.add(original ? cube(stored, originalBytes.getAsLong()) : noCube());
    } else {
      addProducts(stored, rows);
      if (original) {
        rows.add(
            original(
                Semantics.PROGENITOR,
                stored,
                originalBytes.getAsLong(),
                "Original file " + stored.originalName(),
                "original"));
      }
    }
    if (original || !stored.isCube()) {
      rows.add(cutout(stored));
    }
    if (original) {
      addHeader(stored, rows);
    }
    if (!stored.isCube()) {
      addPreviews(stored, rows);
      packages.of(stored, related).ifPresent(rows::add);
    }
    if (original && stored.sky().isPresent()) {
      rows.add(sky(stored));
    }
    for (RelatedSpectrum other : related) {
      related(other, known).ifPresent(rows::add);
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

  private static String target(StoredSpectrum stored) {
    return stored.row().text(ObsCoreColumn.TARGET_NAME).orElse("the target");
  }

  private LinkRow cube(StoredSpectrum stored, long bytes) {
    return original(Semantics.THIS, stored, bytes, "Cube of " + target(stored), "cube");
  }

  private static LinkRow noCube() {
    return new LinkRow.Fault(
        Semantics.THIS, LinkFault.NOT_FOUND, "the file of this cube cannot be had");
  }

  private void addProducts(StoredSpectrum stored, List<LinkRow> rows) {
    String description = "Spectrum of " + target(stored);
    LinkRow.ToFile fits =
        product(Semantics.THIS, stored, ProductFormat.FITS, description, "simplified-fits");
    rows.add(fits);
    rows.add(
        product(
            Semantics.THIS,
            stored,
            ProductFormat.VOTABLE,
            description + " as VOTable",
            "simplified-votable"));
    if (stored.slice().hasSigma()) {
      rows.add(sigma(fits));
    }
  }

  /** The errors have no file of their own: they are an HDU of the simplified one. */
  private static LinkRow sigma(LinkRow.ToFile fits) {
    return new LinkRow.ToFile(
        Semantics.ERROR,
        fits.accessUrl(),
        "One standard deviation of the flux, HDU " + SimplifiedFits.SIGMA + " of this file",
        fits.contentType(),
        fits.bytes(),
        SPECTRUM,
        "sigma");
  }

  private void addPreviews(StoredSpectrum stored, List<LinkRow> rows) {
    rows.add(preview(Semantics.PREVIEW, stored, PreviewSize.PLOT, "Plot of ", "preview"));
    rows.add(
        preview(Semantics.THUMBNAIL, stored, PreviewSize.THUMBNAIL, "Small plot of ", "thumbnail"));
  }

  private LinkRow sky(StoredSpectrum stored) {
    return new LinkRow.ToFile(
        Semantics.CODERIVED,
        addresses.of(stored.did()).sky(),
        "Sky subtracted from the spectrum of " + target(stored),
        SkyFile.MEDIA_TYPE,
        skies.length(stored),
        SPECTRUM,
        "sky");
  }

  private LinkRow preview(
      Semantics semantics,
      StoredSpectrum stored,
      PreviewSize size,
      String what,
      String localSemantics) {
    return new LinkRow.ToFile(
        semantics,
        addresses.of(stored.did()).preview(size),
        what + target(stored) + ", " + size + " pixels",
        PreviewSize.MEDIA_TYPE,
        size.bytes(),
        "",
        localSemantics);
  }

  private LinkRow original(
      Semantics semantics,
      StoredSpectrum stored,
      long bytes,
      String description,
      String localSemantics) {
    return new LinkRow.ToFile(
        semantics,
        addresses.of(stored.did()).original(),
        description,
        Originals.MEDIA_TYPE,
        bytes,
        stored.isCube() ? CUBE : "",
        localSemantics);
  }

  private void addHeader(StoredSpectrum stored, List<LinkRow> rows) throws IOException {
    OptionalLong headerBytes = originals.headerBytes(stored);
    if (headerBytes.isPresent()) {
      rows.add(
          new LinkRow.ToFile(
              Semantics.DETACHED_HEADER,
              addresses.of(stored.did()).originalHeader(),
              "Headers of the original file",
              Originals.HEADER_MEDIA_TYPE,
              headerBytes.getAsLong(),
              "",
              "original-header"));
    }
  }

  /** The simplified FITS file of a spectrum, or the original of a cube, if it can be had. */
  private Optional<LinkRow> related(RelatedSpectrum other, KnownOriginals known) {
    StoredSpectrum spectrum = other.spectrum();
    Semantics semantics = RelationText.semantics(other.relation());
    String description = RelationText.description(other);
    String localSemantics = RelationText.localSemantics(other);
    if (!spectrum.isCube()) {
      return Optional.of(
          product(semantics, spectrum, ProductFormat.FITS, description, localSemantics));
    }
    OptionalLong bytes = known.bytes(spectrum.original());
    return bytes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            original(semantics, spectrum, bytes.getAsLong(), description, localSemantics));
  }

  private LinkRow.ToFile product(
      Semantics semantics,
      StoredSpectrum stored,
      ProductFormat format,
      String description,
      String localSemantics) {
    return new LinkRow.ToFile(
        semantics,
        addresses.of(stored.did()).product(format),
        description,
        format.mediaType(),
        products.length(stored, format),
        SPECTRUM,
        localSemantics);
  }
}
