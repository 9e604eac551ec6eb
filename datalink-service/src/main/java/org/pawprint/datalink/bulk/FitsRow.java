package org.pawprint.datalink.bulk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.pawprint.core.fits.FitsCards;
import org.pawprint.core.fits.FluxUnit;

/**
 * The rows of a FITS table of spectra. Where all spectra have as many pixels their arrays stand in
 * the row; otherwise the row says where in the heap they are (FITS 4.0, 7.3.5), with 64-bit
 * descriptors.
 */
final class FitsRow {
  private static final int DESCRIPTOR = 2 * Long.BYTES;

  private final BulkPlan plan;
  private final OptionalInt pixels;
  private final boolean hasErrors;
  private final int[] textWidths;
  private long heapOffset;

  FitsRow(BulkPlan plan) {
    this.plan = plan;
    this.pixels = plan.commonPixels();
    this.hasErrors = plan.hasErrors();
    this.textWidths =
        BulkColumns.TEXTS.stream().mapToInt(column -> plan.longest(column.value())).toArray();
  }

  /** Whether the arrays are behind the rows. */
  boolean hasHeap() {
    return pixels.isEmpty();
  }

  /** Bytes of a row. */
  int bytes() {
    int bytes = Double.BYTES * BulkColumns.NUMBERS.size() + Integer.BYTES;
    for (int width : textWidths) {
      bytes += width;
    }
    if (hasHeap()) {
      return bytes + DESCRIPTOR * arrays();
    }
    int pixelBytes = Double.BYTES + Float.BYTES * (hasErrors ? 2 : 1) + 1;
    return Math.addExact(bytes, Math.multiplyExact(pixelBytes, pixels.getAsInt()));
  }

  private int arrays() {
    return hasErrors ? 4 : 3;
  }

  /** Bytes of the arrays of a spectrum in the heap. */
  static int heapBytes(Wanted wanted) {
    int pixelBytes = Double.BYTES + Float.BYTES * (wanted.hasSigma() ? 2 : 1) + 1;
    return Math.multiplyExact(pixelBytes, wanted.pixels());
  }

  long heapBytes() {
    return hasHeap() ? plan.wanted().stream().mapToLong(FitsRow::heapBytes).sum() : 0;
  }

  /** The header of the table. */
  FitsCards cards() {
    int fields = BulkColumns.TEXTS.size() + BulkColumns.NUMBERS.size() + 1 + arrays();
    FitsCards cards =
        FitsCards.table("SPECTRA", bytes(), plan.wanted().size(), fields, heapBytes());
    int number = 1;
    for (int i = 0; i < textWidths.length; i++) {
      BulkColumns.Text column = BulkColumns.TEXTS.get(i);
      cards.column(number, column.name(), textWidths[i] + "A", "");
      cards.text("TUCD" + number++, column.ucd(), "");
    }
    for (BulkColumns.Number column : BulkColumns.NUMBERS) {
      cards.column(number, column.name(), "1D", column.unit());
      cards.text("TUCD" + number++, column.ucd(), "");
    }
    cards.column(number, BulkColumns.PIXELS, "1J", "");
    cards.text("TUCD" + number++, "meta.number", "");
    String unit = FluxUnit.inFits(plan.commonFluxUnit());
    number = array(cards, number, BulkColumns.WAVELENGTH, "D", "Angstrom", "em.wl");
    number = array(cards, number, BulkColumns.FLUX, "E", unit, "phot.flux.density;em.wl");
    if (hasErrors) {
      number = array(cards, number, BulkColumns.ERROR, "E", unit, "stat.error;phot.flux.density");
    }
    array(cards, number, BulkColumns.QUALITY, "B", "", "meta.code.qual");
    cards.comment("One row per spectrum, in the order asked for.");
    plan.grid()
        .ifPresentOrElse(
            grid -> {
              cards.text("GRID", grid.text(), "as asked for");
              cards.comment("All on one grid in vacuum, flux conserved; neighbours share noise.");
            },
            () -> cards.comment("Nothing is resampled."));
    if (unit.isEmpty()) {
      cards.comment("The unit of flux and error is that of the column o_unit.");
    }
    return cards;
  }

  private int array(
      FitsCards cards, int number, String name, String type, String unit, String ucd) {
    int most = plan.wanted().stream().mapToInt(Wanted::pixels).max().orElse(0);
    String form = hasHeap() ? "1Q" + type + "(" + most + ")" : pixels.getAsInt() + type;
    cards.column(number, name, form, unit).text("TUCD" + number, ucd, "");
    return number + 1;
  }

  /** Puts the columns before the arrays. */
  void putFacts(Wanted wanted, ByteBuffer row) {
    for (int i = 0; i < textWidths.length; i++) {
      String text = BulkColumns.TEXTS.get(i).value().apply(wanted);
      // A character is one byte: what is no ASCII becomes a question mark.
      putText(text, textWidths[i], row);
    }
    for (BulkColumns.Number column : BulkColumns.NUMBERS) {
      row.putDouble(column.value().applyAsDouble(wanted));
    }
    row.putInt(wanted.pixels());
  }

  /** Puts a text and blanks behind it. */
  static void putText(String text, int width, ByteBuffer row) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    row.put(ascii, 0, Math.min(width, ascii.length));
    for (int i = ascii.length; i < width; i++) {
      row.put((byte) ' ');
    }
  }

  /** Puts where in the heap the arrays of the next spectrum are. */
  void putDescriptors(Wanted wanted, ByteBuffer row) {
    int length = wanted.pixels();
    boolean sigma = wanted.hasSigma();
    putDescriptor(length, Double.BYTES, row);
    putDescriptor(length, Float.BYTES, row);
    if (hasErrors) {
      putDescriptor(sigma ? length : 0, Float.BYTES, row);
    }
    putDescriptor(length, 1, row);
  }

  private void putDescriptor(int elements, int elementBytes, ByteBuffer row) {
    row.putLong(elements).putLong(heapOffset);
    heapOffset += (long) elementBytes * elements;
  }

  /** Puts the arrays; a row has room for errors where any spectrum has them, a heap has not. */
  void putArrays(RawPixels pixels, ByteBuffer wavelengths, ByteBuffer row) {
    row.put(wavelengths).put(pixels.flux());
    pixels.sigma().ifPresent(row::put);
    if (hasErrors && !hasHeap() && pixels.sigma().isEmpty()) {
      for (int i = 0; i < pixels.slice().pixels(); i++) {
        row.putFloat(Float.NaN);
      }
    }
    row.put(pixels.mask());
  }
}
