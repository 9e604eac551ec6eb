package org.pawprint.datalink.soda;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pawprint.core.dali.DaliParameters;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.soda.SodaFormat;
import org.pawprint.core.soda.SodaParameter;
import org.pawprint.core.soda.Words;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.datalink.http.Recent;
import org.pawprint.datalink.slink.DerivedProducts;
import org.pawprint.store.catalogue.StoredSpectrum;
import org.springframework.stereotype.Component;

/** The sky that was subtracted from a spectrum as the FITS file that links lead to. */
@Component
public final class SkyFile {
  public static final String MEDIA_TYPE = SodaFormat.FITS.mediaType();

  private static final String SKY = Words.Component.SKY.name();
  private static final String FITS = SodaFormat.FITS.shortName();

  /** What the request has besides the ID. */
  public static final String QUERY =
      SodaParameter.COMPONENT + "=" + SKY + "&" + SodaParameter.FORMAT + "=" + FITS;

  private static final int REMEMBERED_LENGTHS = 50_000;

  private final DerivedProducts products;

  /** Links of many spectra ask for the same ones again and again. */
  private final Recent<LengthKey, Long> lengths = new Recent<>(REMEMBERED_LENGTHS);

  private record LengthKey(long id, Optional<Object> lastModified) {}

  SkyFile(DerivedProducts products) {
    this.products = products;
  }

  /** Bytes of the file, of a spectrum that has a sky, without reading its original. */
  public long length(StoredSpectrum stored) {
    LengthKey key =
        new LengthKey(
            stored.id(), Optional.ofNullable(stored.row().value(ObsCoreColumn.LAST_MODIFIED)));
    return lengths.get(key, () -> laidOut(stored));
  }

  private long laidOut(StoredSpectrum stored) {
    SpectralAxis few = stored.axis().standIn();
    Prepared shape = SkySpectrum.prepared(stored, few, new float[few.length()]);
    return products.fitsLength(
        SpectrumDeriver.finish(List.of(shape), request(stored)), stored.slice().pixels());
  }

  private static SodaRequest request(StoredSpectrum stored) {
    return SodaParser.parse(
        DaliParameters.of(
            Map.of(
                SodaParameter.ID.name(), new String[] {stored.did().toString()},
                SodaParameter.COMPONENT.name(), new String[] {SKY},
                SodaParameter.FORMAT.name(), new String[] {FITS})));
  }
}
