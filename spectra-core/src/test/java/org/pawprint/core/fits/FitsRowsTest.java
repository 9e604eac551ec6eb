package org.pawprint.core.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pawprint.core.votable.DataType;
import org.pawprint.core.votable.Field;

/** The file is read back by nom-tam-fits. */
class FitsRowsTest {
  private static final List<Field> FIELDS =
      List.of(
          Field.text("name").build(),
          Field.named("z", DataType.DOUBLE).build(),
          Field.named("n", DataType.LONG).build(),
          Field.named("pos", DataType.DOUBLE).arraysize("2").unit("deg").build());
  private static final int ROWS = 1000;

  @TempDir private Path folder;

  @Test
  void anotherLibraryReadsEveryRow() throws Exception {
    byte[] file = file();

    assertThat(file.length % 2880).isZero();
    try (Fits fits = new Fits(new java.io.ByteArrayInputStream(file))) {
      BasicHDU<?>[] hdus = fits.read();
      BinaryTableHDU table = (BinaryTableHDU) hdus[1];
      assertThat(table.getNRows()).isEqualTo(ROWS);
      assertThat(table.getElement(17, 0)).isEqualTo("target 17");
      assertThat((double[]) table.getElement(17, 1)).containsExactly(17 / 4.0);
      assertThat((long[]) table.getElement(17, 2)).containsExactly(17);
      assertThat((double[]) table.getElement(17, 3)).containsExactly(17, -17);
      assertThat(table.getHeader().getStringValue("TFORM1")).isEqualTo("10A");
      assertThat(table.getHeader().getStringValue("TUNIT4")).isEqualTo("deg");
      assertThat((double[]) table.getElement(ROWS - 1, 1)).containsExactly(Double.NaN);
      assertThat((long[]) table.getElement(ROWS - 1, 2))
          .containsExactly(table.getHeader().getLongValue("TNULL3"));
    }
  }

  @Test
  void sumsAreRightAndNothingStaysBehind() throws IOException {
    FitsFile file = FitsFile.of(file(), "rows.fits", FitsLimits.DEFAULT);

    for (FitsHdu hdu : file.hdus()) {
      assertThat(FitsChecksum.verify(hdu))
          .isEqualTo(
              new FitsChecksum.Report(FitsChecksum.Verdict.RIGHT, FitsChecksum.Verdict.RIGHT));
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  private byte[] file() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FitsRows rows = new FitsRows("SPECTRA", FIELDS, folder)) {
      for (int i = 0; i < ROWS - 1; i++) {
        rows.cell("target " + i);
        rows.cell(i / 4.0);
        rows.cell((long) i);
        rows.cell(new double[] {i, -i});
        rows.endRow();
      }
      rows.nullCell();
      rows.nullCell();
      rows.nullCell();
      rows.nullCell();
      rows.endRow();
      rows.writeTo(out);
    }
    return out.toByteArray();
  }
}
