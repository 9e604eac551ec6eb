package org.pawprint.catalogue.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pawprint.core.fits.FitsColumn;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.FitsTable;
import org.pawprint.core.fits.HduKind;
import org.pawprint.core.fits.UnreadableFits;

/**
 * The binary table of a spectrum in FITS: a spectrum per row with arrays in its cells, as
 * SpectrumDM-1.1 wants it, or a pixel per row.
 */
public final class FitsSpectrumTable {
  private final FitsHdu hdu;
  private final FitsTable table;
  private final List<SpectrumColumn> columns;

  private FitsSpectrumTable(FitsHdu hdu) {
    this.hdu = hdu;
    this.table = hdu.table();
    this.columns = columns(hdu.header(), table);
  }

  private static List<SpectrumColumn> columns(FitsHeader header, FitsTable table) {
    List<SpectrumColumn> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      FitsColumn column = table.columns().get(i);
      columns.add(
          new SpectrumColumn(
              column.name(),
              column.unit(),
              header.text("TUCD" + (i + 1)).orElse(""),
              header.text("TUTYP" + (i + 1)).orElse("")));
    }
    return columns;
  }

  /** The first table of the file with wavelengths and flux. */
  public static Optional<FitsSpectrumTable> in(FitsFile fits) {
    for (FitsHdu hdu : fits.hdus()) {
      if (hdu.kind() == HduKind.BINTABLE && hdu.header().has("TTYPE1")) {
        FitsSpectrumTable found = new FitsSpectrumTable(hdu);
        if (found.table.rows() > 0 && SpectrumTable.isIn(found.columns)) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The first table of a file that has been recognised by it.
   *
   * @throws UnreadableFits when there is none
   */
  public static FitsSpectrumTable required(SurveyFile file) {
    return in(file.fits())
        .orElseThrow(
            () ->
                new UnreadableFits(
                    file.name(), "", "TUTYP", "no spectrum", "columns WAVE and FLUX"));
  }

  public FitsHeader header() {
    return hdu.header();
  }

  /** Spectra in the table. */
  public int spectra() {
    return hasArrays() ? table.rows() : 1;
  }

  private boolean hasArrays() {
    return table.columns().stream()
        .anyMatch(c -> c.elementType() != 'A' && (c.repeat() > 1 || c.type() != c.elementType()));
  }

  /**
   * @param index from 0
   */
  public SpectrumTable spectrum(int index) {
    return new SpectrumTable(new Rows(index));
  }

  private final class Rows implements SpectrumTable.Source {
    private final int index;

    Rows(int index) {
      this.index = index;
    }

    @Override
    public List<SpectrumColumn> columns() {
      return columns;
    }

    @Override
    public double[] numbers(int column) {
      String name = table.columns().get(column).name();
      return hasArrays() ? table.doubles(name, index) : table.numbers(name);
    }

    @Override
    public UnreadableFits unreadable(String column, String found, String expected) {
      return hdu.header().unreadable(column, found, expected);
    }
  }
}
