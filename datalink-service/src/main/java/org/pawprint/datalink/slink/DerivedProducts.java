package org.pawprint.datalink.slink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pawprint.core.fits.ProductInfo;
import org.pawprint.core.fits.SimplifiedFits;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.soda.SodaFormat;
import org.pawprint.core.table.DelimitedRows;
import org.pawprint.core.votable.Field;
import org.pawprint.core.votable.Serialisation;
import org.pawprint.service.PublicBase;
import org.pawprint.store.catalogue.StoredSpectrum;
import org.springframework.stereotype.Component;

/**
 * Derived spectra in the forms of {@link SodaFormat}; as VOTable and FITS they look like the plain
 * ones. The same spectrum gives the same bytes. CSV and TSV hold the columns alone.
 */
@Component
public final class DerivedProducts {
  private final String serviceUrl;

  DerivedProducts(PublicBase bases) {
    this.serviceUrl = bases.ssa().toString();
  }

  public byte[] bytes(DerivedSpectrum derived, SodaFormat format) throws IOException {
    return switch (format) {
      case VOTABLE ->
          SpectrumDocument.whole(
              SpectrumFacts.of(derived), derived.spectrum(), Serialisation.TABLEDATA);
      case BINARY2 ->
          SpectrumDocument.whole(
              SpectrumFacts.of(derived), derived.spectrum(), Serialisation.BINARY2);
      case FITS -> SimplifiedFits.render(derived.row(), derived.spectrum(), info(derived));
      case CSV, TSV -> delimited(derived, format);
    };
  }

  /**
   * Bytes of a spectrum as FITS.
   *
   * @param shape a spectrum of few pixels, otherwise like the one meant
   * @param pixels of the one meant
   */
  public long fitsLength(DerivedSpectrum shape, long pixels) {
    return SimplifiedFits.length(shape.row(), shape.spectrum(), pixels, info(shape));
  }

  private ProductInfo info(DerivedSpectrum derived) {
    StoredSpectrum parent = derived.parent();
    Instant catalogued =
        (Instant) Objects.requireNonNull(parent.row().value(ObsCoreColumn.LAST_MODIFIED));
    return new ProductInfo(
        parent.did().toString(),
        catalogued,
        parent.originalName(),
        serviceUrl,
        Optional.of(derived.derivation()));
  }

  private static byte[] delimited(DerivedSpectrum derived, SodaFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Field> fields = SpectrumFields.of(SpectrumFacts.of(derived));
    DelimitedRows rows =
        format == SodaFormat.CSV ? DelimitedRows.csv(out, fields) : DelimitedRows.tsv(out, fields);
    SpectrumDocument.writeRows(derived.spectrum(), rows);
    rows.flush();
    return out.toByteArray();
  }

  /** A name for saving as FITS, after the parent and what was done. */
  public static String fileName(DerivedSpectrum derived, String digest) {
    return FitsProduct.name(derived.parent().did()) + "_" + digest + ".fits";
  }
}
