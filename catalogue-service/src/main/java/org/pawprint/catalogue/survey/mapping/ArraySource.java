package org.pawprint.catalogue.survey.mapping;

import java.util.Optional;
import org.pawprint.core.fits.FitsColumn;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsTable;

/**
 * Where an array stands: in an image, whole or in one of its rows, or in a column of a table.
 *
 * @param row of the image, from 1; empty for its only one, or where every row is a spectrum
 * @param column of the table; its cells are arrays, or a pixel each
 */
record ArraySource(HduName hdu, Optional<Integer> row, Optional<String> column) {

  static ArraySource read(MappingNode node) {
    return new ArraySource(
        HduName.of(node.child("hdu")), node.child("row").whole(1), node.child("column").text());
  }

  /** Rows that a spectrum each could stand in. */
  int rows(FitsFile fits) {
    FitsHdu found = hdu.required(fits);
    if (column.isPresent()) {
      return found.table().rows();
    }
    long[] shape = found.shape();
    if (found.elements() == 0) {
      throw found.header().unreadable("NAXIS1", "an image with pixels");
    }
    return shape.length == 2 ? Math.toIntExact(shape[1]) : 1;
  }

  /**
   * The array of a spectrum.
   *
   * @param spectrum row of the spectrum, from 0, where every row is one
   */
  double[] numbers(FitsFile fits, int spectrum) {
    FitsHdu found = hdu.required(fits);
    if (column.isPresent()) {
      return cells(found.table(), column.get(), spectrum);
    }
    int of = row.map(r -> r - 1).orElse(rows(fits) == 1 ? 0 : spectrum);
    return found.doubleRow(of);
  }

  private static double[] cells(FitsTable table, String name, int spectrum) {
    return table.column(name).filter(ArraySource::hasArrays).isPresent()
        ? table.doubles(name, spectrum)
        : table.numbers(name);
  }

  private static boolean hasArrays(FitsColumn column) {
    return column.repeat() > 1 || column.type() != column.elementType();
  }
}
