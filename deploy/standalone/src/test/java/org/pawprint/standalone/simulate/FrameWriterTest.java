package org.pawprint.standalone.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.fits.Header;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pawprint.core.identifier.Sha256;

@Timeout(60)
class FrameWriterTest {
  /** Kept after the test: .ci/checks/simulator.py reads these frames with specutils. */
  private static final Path KEPT = Path.of("target", "simulated");

  private static final SimulatedField FIELD = new FieldSimulator(42).field(0);
  private static final FrameWriter WRITER = new FrameWriter();

  private static SimulatedReduction blue;
  private static SimulatedReduction red;

  @BeforeAll
  static void writesBothArms() throws IOException {
    blue = WRITER.write(FIELD, Arm.BLUE, KEPT);
    red = new FrameWriter(true).write(FIELD, Arm.RED, KEPT);
    TruthTable.writeBeside(blue);
  }

  @Test
  void namesFrameByDayMonthCameraAndRun() {
    assertThat(blue.file().getFileName().toString()).matches("\\d{2}[a-z]{3}1\\d{4}red\\.fits");
    assertThat(red.file().getFileName().toString()).matches("\\d{2}[a-z]{3}2\\d{4}red\\.fits");
  }

  @Test
  void writesSameBytesForSameSeed(@TempDir Path folder) throws IOException {
    SimulatedReduction again =
        new FrameWriter().write(new FieldSimulator(42).field(0), Arm.BLUE, folder);

    assertThat(again.sha256()).isEqualTo(blue.sha256());
    assertThat(again.file()).hasSameBinaryContentAs(blue.file());
  }

  @Test
  void differsBetweenSeedsAndExposures(@TempDir Path folder) throws IOException {
    Sha256 otherSeed = WRITER.write(new FieldSimulator(43).field(0), Arm.BLUE, folder).sha256();
    Sha256 repeat = WRITER.write(new FieldSimulator(42).field(1), Arm.BLUE, folder).sha256();

    assertThat(List.of(blue.sha256(), otherSeed, repeat)).doesNotHaveDuplicates();
  }

  @Test
  void tellsSizeAndDigestOfTheFile() throws IOException {
    byte[] bytes = Files.readAllBytes(red.file());

    var digest = Sha256.newDigest();
    digest.update(bytes);
    assertThat(red.bytes()).isEqualTo(bytes.length);
    assertThat(red.sha256()).isEqualTo(Sha256.of(digest));
  }

  @Test
  void laysOutHdusAs2dfdrDoes() throws Exception {
    assertThat(hduNames(blue.file()))
        .containsExactly(
            "PRIMARY", "VARIANCE", "FIBRES", "NDF_CLASS", "REDUCTION_ARGS", "SKY", "THPUT");
    assertThat(hduNames(red.file()))
        .startsWith("PRIMARY", "VARIANCE", "FIBRES")
        .contains("RWSS", "TELCOR");
    try (Fits fits = new Fits(blue.file().toFile())) {
      assertThat(fits.getHDU(0).getAxes()).containsExactly(400, 2048);
      assertThat(fits.getHDU(1).getAxes()).containsExactly(400, 2048);
    }
  }

  /**
   * The grating equation with nothing of ours in it: 7251.6 Å, 1.5678 Å/pixel follow from GRATANGL
   * 7.382 and CAMANGL 15.9656 in the header of a real 385R frame, as LAMBDAC and DISPERS say there.
   */
  @Test
  void gratingAnglesGiveTheCentralWavelength() throws Exception {
    for (SimulatedReduction reduction : List.of(blue, red)) {
      Header header = primary(reduction.file());
      double alpha = Math.toRadians(header.getDoubleValue("GRATANGL"));
      double beta = Math.toRadians(header.getDoubleValue("CAMANGL")) - alpha;
      double lines = header.getDoubleValue("GRATLPMM") * header.getIntValue("ORDER");

      double centre = (Math.sin(alpha) + Math.sin(beta)) / lines * 1e7;
      double dispersion = 0.015 / 247 * Math.cos(beta) / lines * 1e7;
      assertThat(centre).isCloseTo(header.getDoubleValue("LAMBDAC"), within(0.01));
      assertThat(dispersion).isCloseTo(header.getDoubleValue("CDELT1"), within(1e-6));
      assertThat(centre / (3.4 * dispersion)).isBetween(1250.0, 1450.0);
    }
  }

  @Test
  void keepsSetupAndTimesInTheHeader() throws Exception {
    Header header = primary(red.file());

    assertThat(header.getStringValue("INSTRUME")).isEqualTo("AAOMEGA-2dF");
    assertThat(header.getStringValue("SPECTID")).isEqualTo("RD");
    assertThat(header.getStringValue("GRATID")).isEqualTo("385R");
    assertThat(header.getStringValue("CTYPE1")).isEqualTo("Wavelength");
    assertThat(header.getStringValue("CUNIT1")).isEqualTo("Angstroms");
    assertThat(header.getDoubleValue("CRPIX1")).isEqualTo(1024.0);
    assertThat(header.getStringValue("UTDATE")).matches("\\d{4}:\\d{2}:\\d{2}");
    assertThat(header.getStringValue("CFG_FILE"))
        .isEqualTo(primary(blue.file()).getStringValue("CFG_FILE"))
        .endsWith(".sds");
  }

  @Test
  void givesFibreTableInRadiansAndSlitOrder() throws Exception {
    try (Fits fits = new Fits(blue.file().toFile())) {
      BinaryTableHDU table = (BinaryTableHDU) fits.getHDU(2);
      assertThat(table.getNRows()).isEqualTo(400);
      double[] ra = (double[]) table.getColumn("RA");
      short[] pivot = (short[]) table.getColumn("PIVOT");
      String[] type = (String[]) table.getColumn("TYPE");
      for (Fibre fibre : FIELD.fibres()) {
        assertThat(ra[fibre.row()]).isCloseTo(Math.toRadians(fibre.raDegrees()), within(1e-12));
        assertThat((int) pivot[fibre.row()]).isEqualTo(fibre.pivot());
        assertThat(type[fibre.row()]).isEqualTo(String.valueOf(fibre.use().letter()));
      }
      assertThat(pivot[0]).isNotEqualTo((short) 1);
      assertThat(type).filteredOn("F"::equals).hasSize(8);
      assertThat(type).filteredOn("S"::equals).hasSize(25);
    }
  }

  /** Rest wavelengths in vacuum from NIST: Hβ 4862.69, [O III] 5008.24, Hα 6564.61 Å. */
  @Test
  void showsEmissionLinesOfBrightGalaxyAtItsRedshift() throws Exception {
    Fibre galaxy = brightGalaxy();
    double stretch = 1 + galaxy.target().map(Target::redshift).orElseThrow();

    assertThat(peakVacuum(red, galaxy, 6564.61 * stretch))
        .isCloseTo(6564.61 * stretch, within(2.5));
    SimulatedReduction arm = 5008.24 * stretch < 5700 ? blue : red;
    assertThat(peakVacuum(arm, galaxy, 5008.24 * stretch))
        .isCloseTo(5008.24 * stretch, within(2.5));
  }

  @Test
  void scattersSkyFibresAsTheVarianceSays() throws Exception {
    float[][] flux = image(blue.file(), 0);
    float[][] variance = image(blue.file(), 1);
    List<Double> pulls = new ArrayList<>();
    for (Fibre fibre : FIELD.fibres()) {
      if (fibre.use() == FibreUse.SKY) {
        for (int pixel = 300; pixel < 1200; pixel++) {
          double pull = flux[fibre.row()][pixel] / Math.sqrt(variance[fibre.row()][pixel]);
          if (Math.abs(pull) < 6) {
            pulls.add(pull * pull);
          }
        }
      }
    }

    double width =
        Math.sqrt(pulls.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
    assertThat(width).isCloseTo(1.0, within(0.05));
  }

  @Test
  void blanksBrokenFibresAndTheEndsOfRows() throws Exception {
    float[][] flux = image(blue.file(), 0);

    for (Fibre fibre : FIELD.fibres()) {
      assertThat(flux[fibre.row()][0]).isNaN();
      assertThat(Float.isNaN(flux[fibre.row()][1000]) && Float.isNaN(flux[fibre.row()][1003]))
          .isEqualTo(fibre.use() == FibreUse.BROKEN);
    }
  }

  private static Fibre brightGalaxy() {
    return FIELD.fibres().stream()
        .filter(fibre -> fibre.target().map(target -> target.magnitude() == 17.0).orElse(false))
        .findFirst()
        .orElseThrow();
  }

  /** Centroid of the highest pixel within 40 Å of a place, as a vacuum wavelength. */
  private static double peakVacuum(SimulatedReduction reduction, Fibre fibre, double near)
      throws Exception {
    Header header = primary(reduction.file());
    float[] flux = image(reduction.file(), 0)[fibre.row()];
    double step = header.getDoubleValue("CDELT1");
    double first = header.getDoubleValue("CRVAL1") + (1 - header.getDoubleValue("CRPIX1")) * step;
    Optional<Integer> best = Optional.empty();
    for (int pixel = 0; pixel < flux.length; pixel++) {
      boolean inside = Math.abs(first + pixel * step - near) < 40;
      if (inside && (best.isEmpty() || flux[pixel] > flux[best.get()])) {
        best = Optional.of(pixel);
      }
    }
    double air = first + best.orElseThrow() * step;
    // n − 1 of standard air is 2.76e-4 to 2.79e-4 from 5000 to 9000 Å.
    return air * 1.000277;
  }

  private static List<String> hduNames(Path file) throws Exception {
    List<String> names = new ArrayList<>();
    try (Fits fits = new Fits(file.toFile())) {
      for (BasicHDU<?> hdu : fits.read()) {
        names.add(hdu.getHeader().getStringValue("EXTNAME", "PRIMARY"));
      }
    }
    return names;
  }

  private static Header primary(Path file) throws IOException, FitsException {
    try (Fits fits = new Fits(file.toFile())) {
      return fits.getHDU(0).getHeader();
    }
  }

  private static float[][] image(Path file, int hdu) throws IOException, FitsException {
    try (Fits fits = new Fits(file.toFile())) {
      return (float[][]) fits.getHDU(hdu).getKernel();
    }
  }
}
