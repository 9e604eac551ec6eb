package org.pawprint.core.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.ImageHDU;
import nom.tam.fits.TableHDU;
import nom.tam.util.ArrayFuncs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Structure, keywords, pixels and cells as nom-tam-fits reads them, on the real files. */
class NomTamOracleTest {

  @ParameterizedTest
  @ValueSource(strings = {"2qz.fit", "6dfgs-table.fits", "marz-linear.fits", "wigglez.fit"})
  void agreesOn(String name) throws Exception {
    byte[] bytes = Sample.bytes(name);
    try (Fits oracle = new Fits(new ByteArrayInputStream(bytes));
        FitsFile file = FitsFile.of(bytes)) {
      BasicHDU<?>[] expected = oracle.read();
      assertThat(file.hdus()).hasSameSizeAs(expected);
      for (FitsHdu hdu : file.hdus()) {
        compareHeaders(hdu, expected[hdu.index()]);
        if (expected[hdu.index()] instanceof ImageHDU image && hdu.elements() > 0) {
          compareImages(hdu, image);
        } else if (expected[hdu.index()] instanceof TableHDU<?> table) {
          compareTables(hdu.table(), table);
        }
      }
    }
  }

  private static void compareHeaders(FitsHdu hdu, BasicHDU<?> expected) {
    for (String key : new String[] {"OBJECT", "EXTNAME", "CTYPE1", "DATE-OBS", "TTYPE1"}) {
      String text = expected.getHeader().getStringValue(key);
      assertThat(hdu.header().text(key).orElse(null)).as(key).isEqualTo(text);
    }
    for (String key : new String[] {"CRVAL1", "CRPIX1", "CDELT1", "CD1_1", "RA", "NAXIS1"}) {
      double number = expected.getHeader().getDoubleValue(key, Double.NaN);
      assertThat(hdu.header().number(key).orElse(Double.NaN))
          .as(key)
          .isEqualTo(Double.valueOf(number));
    }
  }

  private static void compareImages(FitsHdu hdu, ImageHDU expected) throws Exception {
    Object stored = ArrayFuncs.flatten(expected.getKernel());
    double[] raw = (double[]) ArrayFuncs.convertArray(stored, double.class);
    double scale = expected.getBScale();
    double zero = expected.getBZero();
    double blank = expected.getHeader().getDoubleValue("BLANK", Double.NaN);
    double[] values = hdu.doubles(0, raw.length);
    for (int i = 0; i < raw.length; i++) {
      double unsigned = hdu.bitpix() == 8 && raw[i] < 0 ? raw[i] + 256 : raw[i];
      double right = unsigned == blank ? Double.NaN : zero + scale * unsigned;
      assertThat(values[i]).as("pixel " + i).isEqualTo(Double.valueOf(right));
    }
  }

  private static void compareTables(FitsTable table, TableHDU<?> expected) throws Exception {
    assertThat(table.rows()).isEqualTo(expected.getNRows());
    assertThat(table.columns()).hasSize(expected.getNCols());
    for (int column = 0; column < expected.getNCols(); column++) {
      String name = table.columns().get(column).name();
      assertThat(name).isEqualTo(expected.getColumnName(column));
      for (int row = 0; row < table.rows(); row++) {
        Object cell = expected.getElement(row, column);
        if (cell instanceof String text) {
          assertThat(table.text(name, row).orElse("")).isEqualTo(text.strip());
        } else {
          double number = ((double[]) ArrayFuncs.convertArray(cell, double.class))[0];
          assertThat(table.number(name, row).orElseThrow())
              .isCloseTo(number, within(Math.ulp((float) number) * 1.0));
        }
      }
    }
  }
}
