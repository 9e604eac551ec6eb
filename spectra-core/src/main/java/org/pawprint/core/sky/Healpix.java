package org.pawprint.core.sky;

/**
 * HEALPix cells in the NESTED numbering (Górski et al. 2005, ApJ 622, 759; the projection is that
 * of Calabretta and Roukema 2007, MNRAS 381, 865). The sphere is cut into 12 faces (0-3 north, 4-7
 * equator, 8-11 south), each a square of 2^order by 2^order cells; a cell's number is its face
 * followed by the interleaved bits of its column (towards north-east) and row (towards north-west).
 */
public final class Healpix {
  /** The order of the catalogue's index, cells of 0.4 mas; the finest that fits 64 bits. */
  public static final int ORDER = 29;

  /** Cells on the sphere at {@link #ORDER}. */
  public static final long CELLS = 12L << (2 * ORDER);

  private static final double EQUATORIAL_LIMIT = 2.0 / 3.0;

  private Healpix() {}

  /** Number of the cell of order 29 that holds the position. */
  public static long index(SkyPosition position) {
    return index(position, ORDER);
  }

  /**
   * Number of the cell that holds the position, 0 to 12·4^order − 1.
   *
   * @param order 0 to 29
   */
  public static long index(SkyPosition position, int order) {
    requireOrder(order);
    long side = 1L << order;
    double quadrant = position.raDeg() / 90;
    double dec = Math.toRadians(position.decDeg());
    double z = Math.sin(dec);
    if (Math.abs(z) <= EQUATORIAL_LIMIT) {
      return equatorial(quadrant, z, order, side);
    }
    int lune = Math.min(3, (int) quadrant);
    double eastward = quadrant - lune;
    // sqrt(3(1−|z|)) written with cos(dec), which keeps its digits at the pole.
    double poleDistance = Math.cos(dec) / Math.sqrt((1 + Math.abs(z)) / 3);
    long p = cell(poleDistance * eastward, side);
    long q = cell(poleDistance * (1 - eastward), side);
    return z > 0 ? number(lune, side - 1 - q, side - 1 - p, order) : number(lune + 8, p, q, order);
  }

  /** The belt |z| ≤ 2/3, where faces are bounded by straight diagonals in (longitude, z). */
  private static long equatorial(double quadrant, double z, int order, long side) {
    double rising = 0.5 + quadrant + 0.75 * z;
    double falling = 0.5 + quadrant - 0.75 * z;
    int up = (int) rising;
    int down = (int) falling;
    int face;
    if (up == down) {
      face = 4 + (up & 3);
    } else {
      face = down < up ? down & 3 : (up & 3) + 8;
    }
    long column = cell(rising - up, side);
    long row = side - 1 - cell(falling - down, side);
    return number(face, column, row, order);
  }

  private static long cell(double fraction, long side) {
    return Math.min(side - 1, (long) (fraction * side));
  }

  private static long number(int face, long column, long row, int order) {
    return ((long) face << (2 * order)) | spread(column) | (spread(row) << 1);
  }

  /**
   * Centre of a cell.
   *
   * @param order 0 to 29
   * @param index 0 to 12·4^order − 1
   */
  public static SkyPosition centre(int order, long index) {
    return centreVector(order, index).position();
  }

  static UnitVector centreVector(int order, long index) {
    requireOrder(order);
    if (index < 0 || index >= 12L << (2 * order)) {
      throw new IllegalArgumentException("no cell " + index + " at order " + order);
    }
    double side = 1L << order;
    int face = (int) (index >>> (2 * order));
    long within = index & ((1L << (2 * order)) - 1);
    double x = (gather(within) + 0.5) / side;
    double y = (gather(within >>> 1) + 0.5) / side;
    int lune = face & 3;
    if (face < 4 && x + y > 1) {
      double poleDistance = 2 - x - y;
      return polar(lune + (1 - y) / poleDistance, poleDistance, 1);
    }
    if (face >= 8 && x + y < 1) {
      return polar(lune + x / (x + y), x + y, -1);
    }
    boolean belt = face >= 4 && face < 8;
    double quadrant = lune + (x - y) / 2 + (belt ? 0 : 0.5);
    double z = (x + y - face / 4) * EQUATORIAL_LIMIT;
    return direction(quadrant, z, Math.sqrt((1 - z) * (1 + z)));
  }

  private static UnitVector polar(double quadrant, double poleDistance, int hemisphere) {
    double aboveZ = poleDistance * poleDistance / 3;
    return direction(quadrant, hemisphere * (1 - aboveZ), Math.sqrt(aboveZ * (2 - aboveZ)));
  }

  private static UnitVector direction(double quadrant, double z, double inPlane) {
    double ra = quadrant * Math.PI / 2;
    return new UnitVector(inPlane * Math.cos(ra), inPlane * Math.sin(ra), z);
  }

  /**
   * No point of a cell is farther from its centre than this, in radian. The widest cells touch the
   * corner between a polar and the equatorial zone (|z| = 2/3); their centre-to-corner distance,
   * plus one per cent for rounding.
   */
  static double cellRadiusRad(int order) {
    double side = 1L << order;
    double quarter = Math.PI / (4 * side);
    double inPlane = Math.sqrt(5) / 3;
    UnitVector centre =
        new UnitVector(inPlane * Math.cos(quarter), inPlane * Math.sin(quarter), EQUATORIAL_LIMIT);
    double poleDistance = 1 - 1 / side;
    return 1.01 * centre.angleRad(polar(0, poleDistance, 1));
  }

  private static void requireOrder(int order) {
    if (order < 0 || order > ORDER) {
      throw new IllegalArgumentException("order " + order + " is not within 0 to " + ORDER);
    }
  }

  /** Puts a zero above each of the 32 low bits. */
  private static long spread(long bits) {
    long v = bits;
    v = (v | (v << 16)) & 0x0000FFFF0000FFFFL;
    v = (v | (v << 8)) & 0x00FF00FF00FF00FFL;
    v = (v | (v << 4)) & 0x0F0F0F0F0F0F0F0FL;
    v = (v | (v << 2)) & 0x3333333333333333L;
    return (v | (v << 1)) & 0x5555555555555555L;
  }

  /** Takes every second bit, the inverse of {@link #spread}. */
  private static long gather(long bits) {
    long v = bits & 0x5555555555555555L;
    v = (v | (v >>> 1)) & 0x3333333333333333L;
    v = (v | (v >>> 2)) & 0x0F0F0F0F0F0F0F0FL;
    v = (v | (v >>> 4)) & 0x00FF00FF00FF00FFL;
    v = (v | (v >>> 8)) & 0x0000FFFF0000FFFFL;
    return (v | (v >>> 16)) & 0x00000000FFFFFFFFL;
  }
}
