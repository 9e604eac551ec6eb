package org.pawprint.datalink.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.datalink.slink.ProductFormat;
import org.pawprint.datalink.slink.SpectrumProducts;
import org.pawprint.store.catalogue.SpectrumLookup;
import org.pawprint.store.catalogue.StoredSpectrum;
import org.pawprint.store.search.Caller;

/**
 * The simplified FITS files of the spectra, byte for byte as {@code /vo/slink} gives them, numbered
 * in the order of the request; then a list of what is missing, if anything is.
 */
final class ArchiveAnswer implements BulkAnswer {
  private static final String MISSING = "missing.txt";
  private static final int LONGEST_NAME = 95;

  /** Date of the list where there is no file; the earliest that a zip can write. */
  private static final Instant NO_FILE = Instant.parse("1980-01-01T00:00:00Z");

  private static final String SUFFIX = ".fits";

  private final BulkPlan plan;
  private final PixelBatches pixels;
  private final SpectrumLookup lookup;
  private final SpectrumProducts products;
  private final Packer.Kind kind;
  private final Caller caller;
  private final List<Missing> missing;
  private int number;
  private Instant last = NO_FILE;

  ArchiveAnswer(
      BulkPlan plan,
      PixelBatches pixels,
      SpectrumLookup lookup,
      SpectrumProducts products,
      Packer.Kind kind,
      Caller caller) {
    this.plan = plan;
    this.pixels = pixels;
    this.lookup = lookup;
    this.products = products;
    this.kind = kind;
    this.caller = caller;
    this.missing = new ArrayList<>(plan.missing());
  }

  @Override
  public OptionalLong length() {
    return OptionalLong.empty();
  }

  @Override
  public void write(OutputStream out) throws IOException {
    Packer packer = kind.on(out);
    pixels.forEachBatch(plan.wanted(), (batch, raw) -> add(batch, raw, packer));
    if (!missing.isEmpty()) {
      StringBuilder lines = new StringBuilder();
      missing.forEach(m -> lines.append(m.id()).append('\t').append(m.reason()).append('\n'));
      packer.add(MISSING, last, lines.toString().getBytes(StandardCharsets.UTF_8));
    }
    packer.finish();
  }

  private void add(List<Wanted> batch, List<RawPixels> raw, Packer packer) throws IOException {
    Map<String, StoredSpectrum> rows =
        lookup.find(batch.stream().map(wanted -> wanted.facts().did()).toList(), caller);
    for (int i = 0; i < batch.size(); i++) {
      Wanted wanted = batch.get(i);
      StoredSpectrum stored = rows.get(SpectrumLookup.key(wanted.facts().did()));
      number++;
      if (stored == null) {
        missing.add(new Missing(wanted.id(), "withdrawn while this answer was made"));
      } else {
        last = modified(stored);
        packer.add(
            name(number, products.fileName(stored)),
            last,
            products.bytes(stored, raw.get(i).arrays(), ProductFormat.FITS));
      }
    }
  }

  private static Instant modified(StoredSpectrum stored) {
    return (Instant) Objects.requireNonNull(stored.row().value(ObsCoreColumn.LAST_MODIFIED));
  }

  /**
   * Name of a file; the number keeps the order, and names apart that would be the same.
   *
   * @param number from 1
   * @param own under which the file alone is offered
   */
  static String name(int number, String own) {
    String name =
        String.format(Locale.ROOT, "%06d_", number)
            + own.substring(0, own.length() - SUFFIX.length());
    return name.substring(0, Math.min(LONGEST_NAME, name.length())) + SUFFIX;
  }
}
