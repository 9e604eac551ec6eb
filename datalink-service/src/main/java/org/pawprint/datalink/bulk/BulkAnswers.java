package org.pawprint.datalink.bulk;

import org.pawprint.datalink.slink.SpectrumProducts;
import org.pawprint.store.catalogue.SpectrumLookup;
import org.pawprint.store.search.Caller;
import org.springframework.stereotype.Component;

/** Knows who writes which form. */
@Component
final class BulkAnswers {
  private final PixelBatches pixels;
  private final SpectrumLookup lookup;
  private final SpectrumProducts products;

  BulkAnswers(PixelBatches pixels, SpectrumLookup lookup, SpectrumProducts products) {
    this.pixels = pixels;
    this.lookup = lookup;
    this.products = products;
  }

  BulkAnswer of(BulkFormat format, BulkPlan plan, Caller caller) {
    return switch (format) {
      case VOTABLE -> new VoTableAnswer(plan, pixels);
      case FITS -> new FitsAnswer(plan, pixels);
      case ARROW -> new ArrowAnswer(plan, pixels);
      case ZIP -> archive(plan, ZipPacker::new, caller);
      case TAR -> archive(plan, TarPacker::new, caller);
    };
  }

  private BulkAnswer archive(BulkPlan plan, Packer.Kind kind, Caller caller) {
    return new ArchiveAnswer(plan, pixels, lookup, products, kind, caller);
  }
}
