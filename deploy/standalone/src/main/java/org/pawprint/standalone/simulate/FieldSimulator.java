package org.pawprint.standalone.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An endless observing run. Exposures come eight to a night and two to a configuration; the last of
 * a night starts at 23:41:30 UT and ends on the next day, which no AAT night does but loaders must
 * survive. Fields of one seed differ in UTDATE or RUN, and so do those of different seeds below
 * 36,000 for the first 1,280 exposures.
 */
public final class FieldSimulator {
  private static final int EXPOSURES_PER_NIGHT = 8;
  private static final int NIGHTS_PER_SEED = 160;
  private static final int SPANS = 40;
  private static final int EXPOSURE_SECONDS = 1800;
  private static final LocalDate FIRST_NIGHT = LocalDate.of(2006, 1, 20);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

  private final long seed;

  public FieldSimulator(long seed) {
    this.seed = seed;
  }

  /**
   * The same field for the same seed and number, whatever was asked before.
   *
   * @param number from 0
   */
  public SimulatedField field(int number) {
    if (number < 0) {
      throw new IllegalArgumentException("field number " + number + " is negative");
    }
    int configuration = number / 2;
    Instant configured = start(2 * configuration);
    SeededNoise random = SeededNoise.of(seed, 1, configuration);
    double dec = random.uniform(-60, 8);
    double hourAngle = random.uniform(-40, 25);
    double ra = wrap(Site.siderealDegrees(configured) - hourAngle);
    String label =
        String.format(Locale.ROOT, "SIM_%02d%s_%04d", (int) (ra / 15), part(dec), configuration);
    int plate = configuration % 2;
    return new SimulatedField(
        SeededNoise.of(seed, 2, number).nextLong(),
        label,
        label + "_" + night(number).format(DAY) + "_p" + plate + ".sds",
        plate,
        firstRun() + number % EXPOSURES_PER_NIGHT,
        String.format(
            Locale.ROOT,
            "A/%d%s/%03d",
            night(number).getYear(),
            semester(number),
            1 + configuration % 40),
        ra,
        dec,
        start(number),
        EXPOSURE_SECONDS,
        Math.rint(SeededNoise.of(seed, 3, number).uniform(1.0, 2.4) * 10) / 10,
        new FibreAllocation(seed, configuration, ra, dec, configured).fibres());
  }

  private Instant start(int number) {
    int slot = number % EXPOSURES_PER_NIGHT;
    int secondOfDay =
        slot < EXPOSURES_PER_NIGHT - 2
            ? 9 * 3600 + 40 * 60 + slot * 2160
            : 23 * 3600 + 6 * 60 + 30 + (slot - EXPOSURES_PER_NIGHT + 2) * 2100;
    return night(number).atStartOfDay(ZoneOffset.UTC).plusSeconds(secondOfDay).toInstant();
  }

  private LocalDate night(int number) {
    long span = Math.floorMod(seed, (long) SPANS);
    return FIRST_NIGHT.plusDays(span * NIGHTS_PER_SEED + number / EXPOSURES_PER_NIGHT);
  }

  private int firstRun() {
    return 11 + 10 * (int) Math.floorMod(Math.floorDiv(seed, (long) SPANS), 900L);
  }

  private String semester(int number) {
    int month = night(number).getMonthValue();
    return month >= 2 && month <= 7 ? "A" : "B";
  }

  private static String part(double dec) {
    return String.format(Locale.ROOT, "%s%02d", dec < 0 ? "m" : "p", (int) Math.abs(dec));
  }

  private static double wrap(double degrees) {
    return degrees - 360 * Math.floor(degrees / 360);
  }
}
