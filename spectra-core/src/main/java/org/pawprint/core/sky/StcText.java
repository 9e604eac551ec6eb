package org.pawprint.core.sky;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Regions as STC-S in ICRS degrees (ObsCore-1.1 4.12). */
public final class StcText {
  /** 10⁻⁸ degree is a thousandth of the width of a fibre's positioning error. */
  private static final int DECIMALS = 8;

  private StcText() {}

  public static String circle(SkyPosition centre, double radiusDeg) {
    return "Circle ICRS "
        + degrees(centre.raDeg())
        + " "
        + degrees(centre.decDeg())
        + " "
        + degrees(radiusDeg);
  }

  /** Plain decimals: readers of STC-S do not all know exponents. */
  public static String degrees(double degrees) {
    return BigDecimal.valueOf(degrees)
        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
