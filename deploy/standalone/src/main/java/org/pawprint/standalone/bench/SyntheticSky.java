package org.pawprint.standalone.bench;

import java.time.Instant;
import java.util.SplittableRandom;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.SkyPosition;

/**
 * Rows of a seeded sky with the same density everywhere, the first million in a band along the
 * equator and the rest outside it, so that a cone in the band finds the same rows whether one
 * million or ten are in the catalogue: 242 a square degree, 7.6 in a cone of 0.1 degree radius.
 */
final class SyntheticSky {
  /** Rows in the band. */
  static final long IN_BAND = 1_000_000;

  /** Of the sine of the declination: a tenth of the sphere. */
  private static final double BAND = 0.1;

  /** Odd, and not the step of SplittableRandom, which would make neighbours alike. */
  private static final long STEP = 0xd1342543de82ef95L;

  private static final String[] COLLECTIONS = {
    "2dfgrs_fdr", "6dfgs_fdr", "galah_dr3", "gama_dr2", "ozdes_dr2", "wigglez_final"
  };
  private static final double MJD_1998 = 50814;
  private static final double DAYS = 10_000;

  private final long seed;
  private final String authority;

  SyntheticSky(long seed, String authority) {
    this.seed = seed;
    this.authority = authority;
  }

  /** The row with this number, the same whenever it is asked for. */
  ObsCoreRow row(long number) {
    SplittableRandom random = new SplittableRandom(seed + number * STEP);
    SkyPosition position = position(random, number < IN_BAND);
    String collection = COLLECTIONS[random.nextInt(COLLECTIONS.length)];
    double start = MJD_1998 + DAYS * random.nextDouble();
    double exposure = 600 * random.nextInt(1, 7);
    double blue = 3.7e-7 + 2e-8 * random.nextDouble();
    double redshift = random.nextDouble();
    String id = Long.toString(1_000_000_000L + number);
    ObsCoreRow.Builder row = ObsCoreRow.builder();
    row.set(ObsCoreColumn.DATAPRODUCT_TYPE, "spectrum")
        .set(ObsCoreColumn.DATAPRODUCT_SUBTYPE, "science")
        .set(ObsCoreColumn.CALIB_LEVEL, 2)
        .set(ObsCoreColumn.OBS_COLLECTION, collection)
        .set(ObsCoreColumn.OBS_ID, id)
        .set(
            ObsCoreColumn.OBS_PUBLISHER_DID,
            "ivo://" + authority + "/" + collection + "?" + id + "/0/v1")
        .set(ObsCoreColumn.TARGET_NAME, "T" + id)
        .set(ObsCoreColumn.S_RA, position.raDeg())
        .set(ObsCoreColumn.S_DEC, position.decDeg())
        .set(ObsCoreColumn.S_FOV, 2.1 / 3600)
        .set(ObsCoreColumn.T_MIN, start)
        .set(ObsCoreColumn.T_MAX, start + exposure / 86_400)
        .set(ObsCoreColumn.T_MIDPOINT, start + exposure / 172_800)
        .set(ObsCoreColumn.T_EXPTIME, exposure)
        .set(ObsCoreColumn.T_XEL, 1L)
        .set(ObsCoreColumn.EM_MIN, blue)
        .set(ObsCoreColumn.EM_MAX, 8.8e-7)
        .set(ObsCoreColumn.EM_MIDPOINT, (blue + 8.8e-7) / 2)
        .set(ObsCoreColumn.EM_MIN_REST, blue / (1 + redshift))
        .set(ObsCoreColumn.EM_MAX_REST, 8.8e-7 / (1 + redshift))
        .set(ObsCoreColumn.EM_XEL, 2048L)
        .set(ObsCoreColumn.EM_UCD, "em.wl")
        .set(ObsCoreColumn.EM_UNIT, "angstrom")
        .set(ObsCoreColumn.EM_CALIB_STATUS, "calibrated")
        .set(ObsCoreColumn.EM_RES_POWER, 1300.0)
        .set(ObsCoreColumn.EM_SNR, 1 + 20 * random.nextDouble())
        .set(ObsCoreColumn.O_UCD, "phot.count")
        .set(ObsCoreColumn.O_UNIT, "count")
        .set(ObsCoreColumn.REDSHIFT, redshift)
        .set(ObsCoreColumn.FACILITY_NAME, "AAT")
        .set(ObsCoreColumn.INSTRUMENT_NAME, "AAOmega-2dF")
        .set(ObsCoreColumn.SPECTRAL_MEDIUM, "air")
        .set(ObsCoreColumn.SPECSYS, "HELIOCEN")
        .set(ObsCoreColumn.ERROR_KIND, "variance")
        .set(ObsCoreColumn.OBS_CREATION_DATE, Instant.parse("2020-01-01T00:00:00Z"))
        .set(ObsCoreColumn.DATA_RIGHTS, "public");
    return row.build();
  }

  /** A place in the band, a degree from its rims. */
  static SkyPosition centre(SplittableRandom random) {
    double sine = (BAND - Math.toRadians(1)) * (2 * random.nextDouble() - 1);
    return new SkyPosition(360 * random.nextDouble(), Math.toDegrees(Math.asin(sine)));
  }

  private static SkyPosition position(SplittableRandom random, boolean inBand) {
    double sine =
        inBand
            ? BAND * (2 * random.nextDouble() - 1)
            : (BAND + (1 - BAND) * random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
    return new SkyPosition(360 * random.nextDouble(), Math.toDegrees(Math.asin(sine)));
  }
}
