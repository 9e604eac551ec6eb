package org.pawprint.core.fits;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.MaskBit;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.TabulatedAxis;
import org.pawprint.core.spectrum.derive.Derivation;

/**
 * The simplified spectrum: one spectrum as a small FITS file for any reader.
 *
 * <ol start="0">
 *   <li>primary: float32 flux, its WCS and the catalogue's facts
 *   <li>SPECTRUM: binary table of wavelength (ångström), flux, uncertainty (one sigma) and mask,
 *       one row per pixel
 *   <li>SIGMA: float32, only where the original has errors
 *   <li>MASK: uint8 of {@link MaskBit}s
 * </ol>
 *
 * Where the flux has a unit that specutils' {@code tabular-fits} can recognise, the table comes
 * first among the extensions, because that reader looks in HDU 1 only. Otherwise (counts, counts
 * per ångström, no unit) it comes last, so that the same reader does not claim the file and fail:
 * {@code wcs1d-fits} then reads the primary. Extensions are found by name in any case.
 *
 * <p>Nothing is resampled. The same row and spectrum give the same bytes.
 */
public final class SimplifiedFits {
  /** Name and version of this writer; to be raised with every change of the bytes it makes. */
  public static final String WRITER = "pawprint-1-ssa-fits";

  /** Name of the HDU with the errors, which is there where the spectrum has any. */
  public static final String SIGMA = "SIGMA";

  private static final VarHandle DOUBLE =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle FLOAT =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.BIG_ENDIAN);

  private static final String TABLE = "SPECTRUM";
  private static final String SPEC = "spec:Spectrum.Data.";

  private final ObsCoreRow row;
  private final Spectrum spectrum;
  private final ProductInfo info;
  private final String unit;

  private SimplifiedFits(ObsCoreRow row, Spectrum spectrum, ProductInfo info) {
    this.row = row;
    this.spectrum = spectrum;
    this.info = info;
    this.unit = FluxUnit.inFits(spectrum.fluxUnit());
  }

  /** The file, ready to send. */
  public static byte[] render(ObsCoreRow row, Spectrum spectrum, ProductInfo info) {
    return new SimplifiedFits(row, spectrum, info).render();
  }

  /**
   * Bytes of the file, without the spectrum's numbers: the cards depend on the row and the kind of
   * spectrum only.
   *
   * @param shape a spectrum of few pixels, otherwise like the one to be rendered
   * @param pixels of the one to be rendered
   */
  public static long length(ObsCoreRow row, Spectrum shape, long pixels, ProductInfo info) {
    SimplifiedFits file = new SimplifiedFits(row, shape, info);
    return new Cards(file).bytes(pixels);
  }

  /** The cards of every HDU, which with the number of pixels tell how long the file is. */
  private static final class Cards {
    private final FitsCards primary;
    private final FitsCards table;
    private final @Nullable FitsCards errors;
    private final FitsCards mask;
    private final int rowBytes;

    Cards(SimplifiedFits file) {
      this.primary = file.primaryCards();
      this.table = file.tableCards();
      this.errors = file.spectrum.sigma() == null ? null : file.sigmaCards();
      this.mask = file.maskCards();
      this.rowBytes = file.rowBytes();
    }

    long bytes(long pixels) {
      return hduBytes(primary, Float.BYTES * pixels)
          + hduBytes(table, rowBytes * pixels)
          + (errors == null ? 0 : hduBytes(errors, Float.BYTES * pixels))
          + hduBytes(mask, pixels);
    }
  }

  private static long hduBytes(FitsCards cards, long dataBytes) {
    long blocks = (dataBytes + HduScanner.BLOCK - 1) / HduScanner.BLOCK;
    return cards.blockBytes() + blocks * HduScanner.BLOCK;
  }

  private byte[] render() {
    Cards cards = new Cards(this);
    // All of it at once: a file that grows is copied.
    FitsOutput out = new FitsOutput(Math.toIntExact(cards.bytes(spectrum.length())));
    out.hdu(cards.primary, spectrum.flux());
    boolean tableFirst = FluxUnit.isKnownToTableReaders(unit);
    if (tableFirst) {
      out.hdu(cards.table, tableBytes(), this::fillTable);
    }
    float[] sigma = spectrum.sigma();
    if (cards.errors != null && sigma != null) {
      out.hdu(cards.errors, sigma);
    }
    out.hdu(cards.mask, spectrum.mask());
    if (!tableFirst) {
      out.hdu(cards.table, tableBytes(), this::fillTable);
    }
    return out.toBytes();
  }

  private FitsCards primaryCards() {
    FitsCards cards = FitsCards.primary(-32, spectrum.length());
    SpectralWcs.axes(cards);
    cards.comment(
        "Made by Pawprint for its Simple Spectral Access service from the file "
            + info.originalName()
            + " supplied by the survey. See "
            + info.serviceUrl());
    if (spectrum.axis() instanceof TabulatedAxis) {
      cards.comment(
          "No exact WCS describes the wavelengths of this spectrum: those in the table "
              + TABLE
              + " are authoritative, the axis here counts pixels.");
    }
    cards.history(info.catalogueTime().truncatedTo(ChronoUnit.SECONDS) + " " + WRITER);
    bunit(cards);
    axis(cards);
    cards
        .real("LATPOLE", 90, "[deg] native latitude of the pole")
        .real("MJDREF", 0, "[d] MJD of reference time")
        .text("HDUNAME", "", "");
    SpectralWcs.frame(cards, spectrum);
    AddedCards.add(cards, row, spectrum);
    if (info.derivation().isPresent()) {
      // OBJECT alone would pass the sky of a spectrum off as the target.
      row.text(ObsCoreColumn.OBS_TITLE).ifPresent(title -> cards.text("TITLE", title, ""));
    }
    identity(cards);
    return cards;
  }

  private void bunit(FitsCards cards) {
    if (!unit.isEmpty()) {
      cards.text("BUNIT", unit, "unit of the flux");
    }
  }

  private void identity(FitsCards cards) {
    cards.text("VOCLASS", "SPECTRUM V1.1", "IVOA Spectrum data model");
    info.derivation()
        .ifPresentOrElse(
            derivation -> derivation(cards, derivation),
            () -> cards.text("DS_IDPUB", info.obsPublisherDid(), "publisher DID"));
  }

  /** A derived spectrum has no DID; CRETYPE is of SpectrumDM-1.1, the other names are ours. */
  private static void derivation(FitsCards cards, Derivation derivation) {
    cards.text("CRETYPE", derivation.creationType(), "how it was made from its parents");
    int number = 0;
    for (String parent : derivation.parents()) {
      cards.text(parentKeyword(++number), parent, "");
    }
    number = 0;
    for (Derivation.Step step : derivation.parameters()) {
      String unit = step.unit().isEmpty() ? "" : " [" + step.unit() + "]";
      cards.text("SODA" + ++number, step.name() + "=" + step.value() + unit, "");
    }
  }

  /** A keyword has at most eight characters (FITS-4.0 4.1.2.1). */
  private static String parentKeyword(int number) {
    return (number < 100 ? "PARENT" : "PARNT") + number;
  }

  private void axis(FitsCards cards) {
    String reference =
        info.derivation().isEmpty() ? "reference pixel, as in the original" : "reference pixel";
    SpectralWcs.axis(cards, spectrum, reference);
  }

  private int rowBytes() {
    return spectrum.sigma() == null ? 13 : 17;
  }

  private int tableBytes() {
    return Math.multiplyExact(rowBytes(), spectrum.length());
  }

  private FitsCards tableCards() {
    boolean hasSigma = spectrum.sigma() != null;
    FitsCards cards = FitsCards.table(TABLE, rowBytes(), spectrum.length(), hasSigma ? 4 : 3);
    String flux = row.text(ObsCoreColumn.O_UCD).orElse("phot.flux.density;em.wl");
    column(cards, 1, "wavelength", "1D", "Angstrom", "SpectralAxis.Value", "em.wl");
    column(cards, 2, "flux", "1E", unit, "FluxAxis.Value", flux);
    if (hasSigma) {
      String error = "FluxAxis.Accuracy.StatError";
      column(cards, 3, "uncertainty", "1E", unit, error, "stat.error;" + flux);
    }
    column(cards, hasSigma ? 4 : 3, "mask", "1B", "", "FluxAxis.Quality", "meta.code.qual;" + flux);
    SpectralWcs.frame(cards, spectrum);
    identity(cards);
    return cards;
  }

  private static void column(
      FitsCards cards,
      int number,
      String name,
      String form,
      String unit,
      String utype,
      String ucd) {
    cards
        .column(number, name, form, unit)
        .text("TUTYP" + number, SPEC + utype, "")
        .text("TUCD" + number, ucd, "");
  }

  private void fillTable(ByteBuffer out) {
    double[] wavelength = spectrum.axis().toArray();
    float[] flux = spectrum.flux();
    float[] sigma = spectrum.sigma();
    byte[] mask = spectrum.mask();
    int rowBytes = rowBytes();
    byte[] rows = out.array();
    int start = out.arrayOffset() + out.position();
    for (int i = 0, at = start; i < flux.length; i++, at += rowBytes) {
      DOUBLE.set(rows, at, wavelength[i]);
      FLOAT.set(rows, at + 8, flux[i]);
      if (sigma != null) {
        FLOAT.set(rows, at + 12, sigma[i]);
      }
      rows[at + rowBytes - 1] = mask[i];
    }
    out.position(out.position() + tableBytes());
  }

  private FitsCards sigmaCards() {
    FitsCards cards = FitsCards.image(SIGMA, -32, spectrum.length());
    SpectralWcs.axes(cards);
    cards.comment("One standard deviation of the flux; NaN where there is no usable error.");
    bunit(cards);
    axis(cards);
    SpectralWcs.frame(cards, spectrum);
    return cards;
  }

  private FitsCards maskCards() {
    FitsCards cards = FitsCards.image("MASK", 8, spectrum.length());
    SpectralWcs.axes(cards);
    cards.comment("Sum of these bits; 0 is a good pixel.");
    for (MaskBit bit : MaskBit.values()) {
      cards.comment(bit.bit() + ": " + bit.meaning());
    }
    axis(cards);
    SpectralWcs.frame(cards, spectrum);
    return cards;
  }
}
