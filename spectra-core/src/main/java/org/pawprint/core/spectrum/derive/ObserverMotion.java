package org.pawprint.core.spectrum.derive;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * How fast an observatory moves towards a place in the sky, from the Keplerian elements of the
 * planets that Standish (JPL, "Keplerian elements for approximate positions of the major planets",
 * table 1) gives for 1800 to 2050, the rotation of the Earth, and its motion about the centre of
 * mass of Earth and Moon. Within 20 m/s of astropy's JPL ephemeris, which moves a line at 5000 Å by
 * less than 0.0004 Å.
 */
public final class ObserverMotion {
  private static final double KM_PER_AU = 149_597_870.7;
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double DAYS_PER_CENTURY = 36_525;
  private static final double MJD_2000 = 51_544.5;

  /** Equator of the Earth, WGS 84. */
  private static final double EARTH_KM = 6378.137;

  private static final double ROTATION_PER_S = 7.292115e-5;
  private static final double OBLIQUITY = Math.toRadians(23.43928);

  /** Mean distance of the Earth from the centre of mass of Earth and Moon. */
  private static final double WOBBLE_KM = 4671;

  /** a, e, I, L, longitude of perihelion, longitude of node, each with its change per century. */
  private static final double[] EARTH_MOON = {
    1.00000261,
    0.00000562,
    0.01671123,
    -0.00004392,
    -0.00001531,
    -0.01294668,
    100.46457166,
    35999.37244981,
    102.93768193,
    0.32327364,
    0,
    0
  };

  /** Elements of the planets that move the Sun, after the mass of the Sun in theirs. */
  private static final double[][] GIANTS = {
    {
      1047.3486,
      5.20288700,
      -0.00011607,
      0.04838624,
      -0.00013253,
      1.30439695,
      -0.00183714,
      34.39644051,
      3034.74612775,
      14.72847983,
      0.21252668,
      100.47390909,
      0.20469106
    },
    {
      3497.898,
      9.53667594,
      -0.00125060,
      0.05386179,
      -0.00050991,
      2.48599187,
      0.00193609,
      49.95424423,
      1222.49362201,
      92.59887831,
      -0.41897216,
      113.66242448,
      -0.28867794
    },
    {
      22902.98,
      19.18916464,
      -0.00196176,
      0.04725744,
      -0.00004397,
      0.77263783,
      -0.00242939,
      313.23810451,
      428.48202785,
      170.95427630,
      0.40805281,
      74.01692503,
      0.04240589
    },
    {
      19412.24,
      30.06992276,
      0.00026291,
      0.00859048,
      0.00005105,
      1.77004347,
      0.00035372,
      -55.12002969,
      218.45945325,
      44.96476227,
      -0.32241464,
      131.78422574,
      -0.00508664
    }
  };

  /** Longitude east, latitude in degrees; Siding Spring has the AAT, the UKST and ANU's 2.3 m. */
  private static final double[] SIDING_SPRING = {149.0661, -31.2770};

  private static final Map<String, double[]> OBSERVATORIES =
      Map.of(
          "AAT", SIDING_SPRING,
          "ANGLO-AUSTRALIAN TELESCOPE", SIDING_SPRING,
          "UKST", SIDING_SPRING,
          "ANU 2.3M", SIDING_SPRING);

  private final double longitude;
  private final double latitude;

  private ObserverMotion(double[] place) {
    longitude = Math.toRadians(place[0]);
    latitude = Math.toRadians(place[1]);
  }

  /**
   * Of the telescope of that name, as {@code facility_name} spells it; empty for one whose place is
   * not known here.
   */
  public static Optional<ObserverMotion> at(String facility) {
    return Optional.ofNullable(OBSERVATORIES.get(facility.toUpperCase(Locale.ROOT)))
        .map(ObserverMotion::new);
  }

  /**
   * Factor from wavelengths in one frame to those in another: (1 + v₂/c) / (1 + v₁/c), with the
   * velocity v of the observatory towards the source in a frame.
   *
   * @param from topocentric, geocentric, heliocentric or barycentric, like {@code to}
   * @param mjd UTC
   * @param ra ICRS degrees, like {@code dec}
   * @throws NotDerivable for other frames
   */
  public double factor(VelocityFrame from, VelocityFrame to, double mjd, double ra, double dec) {
    return (1 + velocity(to, mjd, ra, dec) / VelocityFrame.LIGHT_KM_PER_S)
        / (1 + velocity(from, mjd, ra, dec) / VelocityFrame.LIGHT_KM_PER_S);
  }

  /** Towards the source, in km/s. */
  double velocity(VelocityFrame frame, double mjd, double ra, double dec) {
    double[] source = unit(Math.toRadians(ra), Math.toRadians(dec));
    return switch (frame) {
      case TOPOCENTRIC -> 0;
      case GEOCENTRIC -> dot(rotation(mjd), source);
      case HELIOCENTRIC -> dot(sum(rotation(mjd), earth(mjd)), source);
      case BARYCENTRIC -> dot(sum(sum(rotation(mjd), earth(mjd)), sun(mjd)), source);
      case CMB_DIPOLE, SOURCE ->
          throw new NotDerivable(
              "its wavelengths are in the frame %s, which no motion of the observer leads to"
                  .formatted(frame.specsys()));
    };
  }

  private double[] rotation(double mjd) {
    double days = mjd - MJD_2000;
    double sidereal = Math.toRadians((280.46061837 + 360.98564736629 * days) % 360) + longitude;
    double speed = ROTATION_PER_S * EARTH_KM * Math.cos(latitude);
    return new double[] {-speed * Math.sin(sidereal), speed * Math.cos(sidereal), 0};
  }

  /** About the Sun. */
  private static double[] earth(double mjd) {
    double[] common = velocityOf(EARTH_MOON, 0, mjd);
    // Away from the Moon, at its mean longitude, in a circle of its month.
    double days = mjd - MJD_2000;
    double moon = Math.toRadians((218.3165 + 13.17639648 * days) % 360);
    double speed = WOBBLE_KM * Math.toRadians(13.17639648) / SECONDS_PER_DAY;
    return sum(
        common, equatorial(new double[] {speed * Math.sin(moon), -speed * Math.cos(moon), 0}));
  }

  /** About the centre of mass of the solar system. */
  private static double[] sun(double mjd) {
    double[] velocity = new double[3];
    for (double[] giant : GIANTS) {
      double[] its = velocityOf(giant, 1, mjd);
      for (int i = 0; i < 3; i++) {
        velocity[i] -= its[i] / (giant[0] + 1);
      }
    }
    return velocity;
  }

  /** Heliocentric velocity in km/s along the ICRS axes, as the difference of two positions. */
  private static double[] velocityOf(double[] elements, int offset, double mjd) {
    double half = 0.05;
    double[] before = position(elements, offset, mjd - half);
    double[] after = position(elements, offset, mjd + half);
    double[] velocity = new double[3];
    for (int i = 0; i < 3; i++) {
      velocity[i] = (after[i] - before[i]) * KM_PER_AU / (2 * half * SECONDS_PER_DAY);
    }
    return equatorial(velocity);
  }

  /** In au, along the axes of the ecliptic of J2000. */
  private static double[] position(double[] elements, int offset, double mjd) {
    double[] now = new double[6];
    for (int i = 0; i < now.length; i++) {
      now[i] =
          elements[offset + 2 * i]
              + elements[offset + 2 * i + 1] * (mjd - MJD_2000) / DAYS_PER_CENTURY;
    }
    double e = now[1];
    double mean = Math.toRadians((now[3] - now[4]) % 360);
    double anomaly = mean;
    for (int i = 0; i < 10; i++) {
      anomaly -= (anomaly - e * Math.sin(anomaly) - mean) / (1 - e * Math.cos(anomaly));
    }
    double x = now[0] * (Math.cos(anomaly) - e);
    double y = now[0] * Math.sqrt(1 - e * e) * Math.sin(anomaly);
    double perihelion = Math.toRadians(now[4] - now[5]);
    double node = Math.toRadians(now[5]);
    double inclination = Math.toRadians(now[2]);
    double alongNode = x * Math.cos(perihelion) - y * Math.sin(perihelion);
    double acrossNode = x * Math.sin(perihelion) + y * Math.cos(perihelion);
    return new double[] {
      alongNode * Math.cos(node) - acrossNode * Math.cos(inclination) * Math.sin(node),
      alongNode * Math.sin(node) + acrossNode * Math.cos(inclination) * Math.cos(node),
      acrossNode * Math.sin(inclination)
    };
  }

  private static double[] equatorial(double[] ecliptic) {
    double cos = Math.cos(OBLIQUITY);
    double sin = Math.sin(OBLIQUITY);
    return new double[] {
      ecliptic[0], cos * ecliptic[1] - sin * ecliptic[2], sin * ecliptic[1] + cos * ecliptic[2]
    };
  }

  private static double[] unit(double ra, double dec) {
    return new double[] {Math.cos(dec) * Math.cos(ra), Math.cos(dec) * Math.sin(ra), Math.sin(dec)};
  }

  private static double[] sum(double[] a, double[] b) {
    return new double[] {a[0] + b[0], a[1] + b[1], a[2] + b[2]};
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}
