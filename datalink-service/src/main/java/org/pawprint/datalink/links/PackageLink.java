package org.pawprint.datalink.links;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.pawprint.datalink.bulk.SpectraZip;
import org.pawprint.service.PublicBase;
import org.pawprint.store.catalogue.RelatedSpectrum;
import org.pawprint.store.catalogue.RelatedSpectrum.Relation;
import org.pawprint.store.catalogue.StoredSpectrum;
import org.springframework.stereotype.Component;

/** The link to a spectrum and the other bands and forms of its exposure in one file. */
@Component
final class PackageLink {
  /** Spectra in one file: their IDs make an address, and servers bear some 8,000 characters. */
  static final int MOST = 20;

  private final PublicAddresses addresses;
  private final SpectraZip zip;

  PackageLink(PublicBase bases, SpectraZip zip) {
    this.addresses = PublicAddresses.of(bases);
    this.zip = zip;
  }

  /**
   * Empty where there is no other, so that the file would hold {@code #this} and nothing else, and
   * where its length cannot be told.
   *
   * @param stored a spectrum; the first in the file
   * @param related to it, all that are linked
   */
  Optional<LinkRow> of(StoredSpectrum stored, List<RelatedSpectrum> related) {
    List<RelatedSpectrum> others =
        related.stream().filter(other -> isOfExposure(other.relation())).toList();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    List<StoredSpectrum> all =
        Stream.concat(Stream.of(stored), others.stream().map(RelatedSpectrum::spectrum))
            .limit(MOST)
            .toList();
    OptionalLong bytes = zip.length(all);
    return bytes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LinkRow.ToFile(
                Semantics.PACKAGE,
                addresses.zip(all.stream().map(StoredSpectrum::did).toList()),
                description(all.size() - 1, others),
                SpectraZip.MEDIA_TYPE,
                bytes.getAsLong(),
                "",
                "bands-and-forms"));
  }

  private static boolean isOfExposure(Relation relation) {
    return switch (relation) {
      case OTHER_BAND, SIBLING -> true;
      case OTHER_EPOCH, NEWER_VERSION, OLDER_VERSION -> false;
    };
  }

  /**
   * @param packed how many of the others there is room for
   */
  private static String description(int packed, List<RelatedSpectrum> others) {
    long bands = others.stream().filter(o -> o.relation() == Relation.OTHER_BAND).count();
    String plural = others.size() == 1 ? "" : "s";
    String kind =
        bands == others.size() ? "band" + plural : bands == 0 ? "form" + plural : "bands and forms";
    String count = others.size() == 1 ? "" : others.size() + " ";
    String part = packed < others.size() ? packed + " of " : "";
    return "This spectrum and "
        + part
        + "the "
        + count
        + "other "
        + kind
        + " linked here, as a zip";
  }
}
