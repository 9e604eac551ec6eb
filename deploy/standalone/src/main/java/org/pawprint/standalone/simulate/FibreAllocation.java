package org.pawprint.standalone.simulate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts 400 fibres on the sky: every fiftieth pivot a guide fibre, some 25 sky fibres, a few parked,
 * the broken ones the same for the whole run, the rest on targets.
 */
final class FibreAllocation {
  private static final int PIVOTS_PER_RETRACTOR = 10;
  private static final int GUIDE_EVERY = 50;
  private static final int BROKEN = 5;
  private static final int SKY = 25;
  private static final double MICRONS_PER_ARCSEC = 67;
  private static final double RIM_MICRONS = 290_000;
  private static final double FIELD_RADIUS_DEGREES = 0.98;

  private final long seed;
  private final double centreRa;
  private final double centreDec;
  private final int year;
  private final SeededNoise random;
  private final int configuration;
  private int targets;

  FibreAllocation(long seed, int configuration, double raDegrees, double decDegrees, Instant time) {
    this.seed = seed;
    this.configuration = configuration;
    this.centreRa = StrictMath.toRadians(raDegrees);
    this.centreDec = StrictMath.toRadians(decDegrees);
    this.year = time.atZone(ZoneOffset.UTC).getYear();
    this.random = SeededNoise.of(seed, 10, configuration);
  }

  /** In slit order: each retractor's ten fibres lie reversed along the slit. */
  List<Fibre> fibres() {
    FibreUse[] use = uses();
    List<Fibre> fibres = new ArrayList<>(SimulatedField.FIBRES);
    for (int row = 0; row < SimulatedField.FIBRES; row++) {
      int retractor = row / PIVOTS_PER_RETRACTOR;
      int pivot =
          retractor * PIVOTS_PER_RETRACTOR + PIVOTS_PER_RETRACTOR - row % PIVOTS_PER_RETRACTOR;
      fibres.add(fibre(row, pivot, use[pivot]));
    }
    return fibres;
  }

  private FibreUse[] uses() {
    FibreUse[] use = new FibreUse[SimulatedField.FIBRES + 1];
    for (int pivot = 0; pivot < use.length; pivot++) {
      use[pivot] = pivot % GUIDE_EVERY == 0 ? FibreUse.GUIDE : FibreUse.PROGRAMME;
    }
    scatter(use, FibreUse.BROKEN, BROKEN, SeededNoise.of(seed, 11));
    scatter(use, FibreUse.SKY, SKY, random);
    scatter(use, FibreUse.UNALLOCATED, 3 + random.below(12), random);
    return use;
  }

  private static void scatter(FibreUse[] use, FibreUse wanted, int count, SeededNoise random) {
    for (int placed = 0; placed < count; ) {
      int pivot = 1 + random.below(SimulatedField.FIBRES);
      if (use[pivot] == FibreUse.PROGRAMME) {
        use[pivot] = wanted;
        placed++;
      }
    }
  }

  private Fibre fibre(int row, int pivot, FibreUse use) {
    boolean parked = use == FibreUse.UNALLOCATED || use == FibreUse.BROKEN;
    double rimAngle = 2 * StrictMath.PI * pivot / SimulatedField.FIBRES;
    double angle = parked ? rimAngle : rimAngle + random.uniform(-0.21, 0.21);
    double radius = parked ? 1.0 : FIELD_RADIUS_DEGREES * StrictMath.sqrt(random.uniform(0.01, 1));
    double xi = StrictMath.toRadians(radius) * StrictMath.sin(angle);
    double eta = StrictMath.toRadians(radius) * StrictMath.cos(angle);
    double[] position = offset(xi, eta);
    double scale = MICRONS_PER_ARCSEC * 3600 * 180 / StrictMath.PI;
    double x = xi * scale;
    double y = eta * scale;
    double theta =
        StrictMath.atan2(
            RIM_MICRONS * StrictMath.sin(rimAngle) - x, RIM_MICRONS * StrictMath.cos(rimAngle) - y);
    Optional<Target> target =
        use == FibreUse.PROGRAMME ? Optional.of(target(position)) : Optional.empty();
    return new Fibre(
        row,
        pivot,
        use,
        target.map(Target::name).orElseGet(() -> idleName(use, pivot)),
        position[0],
        position[1],
        (int) Math.rint(x),
        (int) Math.rint(y),
        theta < 0 ? theta + 2 * StrictMath.PI : theta,
        SeededNoise.of(seed, 12, pivot).uniform(0.7, 1.2),
        target);
  }

  private static String idleName(FibreUse use, int pivot) {
    return switch (use) {
      case SKY -> "SKY" + pivot;
      case GUIDE -> "GUIDE" + pivot;
      case UNALLOCATED -> "PARKED";
      default -> "BROKEN";
    };
  }

  /** Undoes the tangent-plane projection about the field centre; degrees. */
  private double[] offset(double xi, double eta) {
    double denominator = StrictMath.cos(centreDec) - eta * StrictMath.sin(centreDec);
    double ra = centreRa + StrictMath.atan2(xi, denominator);
    double dec =
        StrictMath.atan2(
            StrictMath.sin(centreDec) + eta * StrictMath.cos(centreDec),
            StrictMath.hypot(xi, denominator));
    double turns = ra / (2 * StrictMath.PI);
    return new double[] {360 * (turns - Math.floor(turns)), StrictMath.toDegrees(dec)};
  }

  /** Every plate has supernovae of both types, and its first target is a bright galaxy. */
  private Target target(double[] position) {
    int number = targets++;
    if (number == 0) {
      return new Target(
          galaxyName(position), TargetKind.STAR_FORMING_GALAXY, random.uniform(0.04, 0.2), 17.0);
    }
    if (number % 20 == 10) {
      TargetKind kind = number % 40 == 10 ? TargetKind.SUPERNOVA_IA : TargetKind.SUPERNOVA_II;
      return new Target(
          transientName(number), kind, random.uniform(0.01, 0.25), random.uniform(17.5, 20.5));
    }
    double lot = random.uniform();
    if (lot < 0.55) {
      return new Target(
          galaxyName(position),
          TargetKind.STAR_FORMING_GALAXY,
          random.uniform(0.02, 0.7),
          random.uniform(18, 21));
    }
    if (lot < 0.77) {
      return new Target(
          galaxyName(position),
          TargetKind.EARLY_GALAXY,
          random.uniform(0.02, 0.6),
          random.uniform(17.5, 20));
    }
    if (lot < 0.90) {
      TargetKind[] stars = {TargetKind.STAR_A, TargetKind.STAR_G, TargetKind.STAR_M};
      return new Target(
          designation("S", position),
          stars[random.below(3)],
          4e-4 * random.gaussian(),
          random.uniform(15.5, 19.5));
    }
    return new Target(
        designation("Q", position),
        TargetKind.QUASAR,
        random.uniform(0.3, 3.5),
        random.uniform(18, 20.8));
  }

  private static String galaxyName(double[] position) {
    return designation("G", position);
  }

  /** As the IAU names a transient, yyyyabc; the letters count targets, unique within a run. */
  private String transientName(int number) {
    int serial = configuration * 20 + number / 20 + 26 * 26;
    char[] letters = new char[4];
    for (int i = letters.length - 1; i >= 0; i--) {
      letters[i] = (char) ('a' + serial % 26);
      serial /= 26;
    }
    return "AT" + year + new String(letters);
  }

  /** Truncated, not rounded, as the IAU's rules for designations want. */
  private static String designation(String prefix, double[] position) {
    int tenths = (int) (position[0] / 15 * 36000);
    int seconds = (int) (Math.abs(position[1]) * 3600);
    return String.format(
        Locale.ROOT,
        "%sJ%02d%02d%02d.%d%s%02d%02d%02d",
        prefix,
        tenths / 36000,
        tenths / 600 % 60,
        tenths / 10 % 60,
        tenths % 10,
        position[1] < 0 ? "-" : "+",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60);
  }
}
