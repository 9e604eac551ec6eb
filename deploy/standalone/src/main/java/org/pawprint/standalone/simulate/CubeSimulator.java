package org.pawprint.standalone.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import nom.tam.fits.Header;
import org.pawprint.core.sky.SkyPosition;

/**
 * Writes a cube as SAMI serves them (Data Central, SAMI DR3, "Core data products"), smaller than
 * theirs: a star-forming galaxy with an exponential, rotating disc, in the blue arm. The same seed
 * gives the same bytes.
 */
public final class CubeSimulator {
  /** Spaxels along a side; SAMI has 50. */
  static final int SIDE = 14;

  private static final int PIXELS = 2048;
  private static final double SPAXEL_ARCSEC = 0.5;
  private static final double FIRST_ANGSTROM = 4724.0 - (PIXELS / 2 - 1) * 1.05;
  private static final double STEP_ANGSTROM = 1.05;

  /** Diameter of a hexabundle: spaxels outside it are blank. */
  private static final double BUNDLE_SPAXELS = SIDE;

  private static final double SCALE_SPAXELS = 3;
  private static final double ROTATION_KMS = 160;
  private static final double LIGHT_KMS = 299_792.458;

  /** Of the middle spaxel near 5500 Å, and sigma of every pixel, in 1e-16 erg/s/cm²/Å. */
  private static final double PEAK = 0.3;

  private static final float SIGMA = 0.02f;

  private final SeededNoise noise;
  private final String galaxy;
  private final String plate;
  private final SkyPosition centre;
  private final double redshift;
  private final double[] lnVacuum = new double[PIXELS];

  private CubeSimulator(long seed) {
    this.noise = SeededNoise.of(seed, SIDE, PIXELS);
    this.galaxy = String.format(Locale.ROOT, "SIM%06d", noise.below(1_000_000));
    this.plate = "SIMULATED_P" + String.format(Locale.ROOT, "%03d", noise.below(1000));
    this.centre = new SkyPosition(noise.uniform(174, 186), noise.uniform(-2, 2));
    this.redshift = noise.uniform(0.02, 0.06);
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      double air = FIRST_ANGSTROM + pixel * STEP_ANGSTROM;
      lnVacuum[pixel] = StrictMath.log(AirIndex.vacuumOf(air));
    }
  }

  /**
   * Writes {@code <root>/cubes/<galaxy>_A_cube_blue.fits}, replacing an earlier one.
   *
   * @throws IOException when the folder or file cannot be written
   */
  public static SimulatedCube write(long seed, Path root) throws IOException {
    CubeSimulator cube = new CubeSimulator(seed);
    Path folder = Files.createDirectories(root.resolve("cubes"));
    Path file = folder.resolve(cube.galaxy + "_A_cube_blue.fits");
    Path partial = file.resolveSibling(file.getFileName() + ".part");
    try (FitsSink sink = new FitsSink(partial)) {
      cube.writeHdus(sink);
      sink.close();
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
    return new SimulatedCube(file, cube.galaxy, cube.galaxy + "-" + cube.plate, cube.centre);
  }

  private void writeHdus(FitsSink sink) throws IOException {
    float[] flux = new float[SIDE * SIDE * PIXELS];
    float[] variance = new float[flux.length];
    Arrays.fill(flux, Float.NaN);
    Arrays.fill(variance, Float.NaN);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double east = (SIDE - 1) / 2.0 - x;
        double north = y - (SIDE - 1) / 2.0;
        if (StrictMath.hypot(east, north) <= BUNDLE_SPAXELS / 2) {
          spaxel(y * SIDE + x, east, north, flux, variance);
        }
      }
    }
    sink.image(header(), flux);
    sink.image(Cards.image("VARIANCE", SIDE, SIDE, PIXELS).header(), variance);
  }

  private void spaxel(int place, double east, double north, float[] flux, float[] variance) {
    RestSpectrum template = Templates.of(TargetKind.STAR_FORMING_GALAXY);
    double radius = StrictMath.hypot(east, north);
    double speed = ROTATION_KMS * StrictMath.tanh(radius / 2) * east / Math.max(radius, 0.5);
    double lnStretch = StrictMath.log1p(redshift) + speed / LIGHT_KMS;
    double reference = template.at(StrictMath.log(5500));
    double scale = PEAK * StrictMath.exp(-radius / SCALE_SPAXELS) / reference;
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      // The template counts photons; the cube holds energy.
      double photon = 5500 / (FIRST_ANGSTROM + pixel * STEP_ANGSTROM);
      double signal = scale * template.at(lnVacuum[pixel] - lnStretch) * photon;
      flux[pixel * SIDE * SIDE + place] = (float) signal + SIGMA * noise.gaussian();
      variance[pixel * SIDE * SIDE + place] = SIGMA * SIGMA;
    }
  }

  private Header header() {
    double degrees = SPAXEL_ARCSEC / 3600;
    return Cards.primaryImage(SIDE, SIDE, PIXELS)
        .add("WCSAXES", 3, "number of coordinate axes")
        .add("CTYPE1", "RA---TAN", "right ascension, gnomonic")
        .add("CUNIT1", "deg", "")
        .add("CRPIX1", (SIDE + 1) / 2.0, "middle of the field")
        .add("CDELT1", -degrees, "east is left")
        .add("CRVAL1", centre.raDeg(), "")
        .add("CTYPE2", "DEC--TAN", "declination, gnomonic")
        .add("CUNIT2", "deg", "")
        .add("CRPIX2", (SIDE + 1) / 2.0, "middle of the field")
        .add("CDELT2", degrees, "")
        .add("CRVAL2", centre.decDeg(), "")
        .add("CTYPE3", "Wavelength", "in air")
        .add("CUNIT3", "Angstrom", "")
        .add("CRPIX3", 1.0, "first plane")
        .add("CDELT3", STEP_ANGSTROM, "")
        .add("CRVAL3", FIRST_ANGSTROM, "")
        .add("RADESYS", "FK5", "")
        .add("EQUINOX", 2000.0, "")
        .add("ORIGIN", "Pawprint simulator", "no value is observed")
        .add("TELESCOP", "Anglo-Australian Telescope", "")
        .add("INSTRUME", "AAOMEGA-SAMI", "")
        .add("GRATID", "580V", "")
        .add("NAME", galaxy, "of the simulated galaxy")
        .add("PLATEID", plate, "")
        .add("CATARA", centre.raDeg(), "[deg]")
        .add("CATADEC", centre.decDeg(), "[deg]")
        .add("Z_SPEC", redshift, "as simulated, of the centre")
        .add("TOTALEXP", 12_600.0, "[s]")
        .add("PSFFWHM", 2.0, "[arcsec]")
        .add("BUNIT", "10**(-16) erg /s /cm**2 /angstrom /pixel", "")
        .header();
  }
}
