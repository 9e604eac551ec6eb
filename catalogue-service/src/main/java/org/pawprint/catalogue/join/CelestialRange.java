package org.pawprint.catalogue.join;

/**
 * Looks at all positions of a table that does not tell its unit: a whole table within 2π and ±π/2
 * is more likely in radians than a survey of that one corner of the sky.
 */
final class CelestialRange {
  private double largestRa;
  private double largestDec;
  private long rows;

  void add(double ra, double dec) {
    largestRa = Math.max(largestRa, ra);
    largestDec = Math.max(largestDec, Math.abs(dec));
    rows++;
  }

  boolean looksLikeRadians() {
    return rows > 0 && largestRa <= 2 * Math.PI && largestDec <= Math.PI / 2;
  }
}
