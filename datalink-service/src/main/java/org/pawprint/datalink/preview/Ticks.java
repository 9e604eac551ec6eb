package org.pawprint.datalink.preview;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Round numbers along an axis: multiples of 1, 2 or 5 times a power of ten. */
final class Ticks {
  private static final int[] ROUND = {1, 2, 5};

  private Ticks() {}

  /**
   * A place on the axis.
   *
   * @param label the value in plain digits
   */
  record Tick(double value, String label) {}

  /**
   * All round numbers within, both ends included.
   *
   * @param atMost how many there is room for, at least 2; there are no more, and rarely fewer than
   *     half as many
   */
  static List<Tick> within(double low, double high, int atMost) {
    BigDecimal step = step((high - low) / atMost);
    double width = step.doubleValue();
    List<Tick> ticks = new ArrayList<>();
    for (long n = (long) Math.ceil(low / width); n * width <= high; n++) {
      BigDecimal value = step.multiply(BigDecimal.valueOf(n));
      ticks.add(new Tick(value.doubleValue(), value.signum() == 0 ? "0" : value.toPlainString()));
    }
    return ticks;
  }

  /** The least round number that is not below. */
  private static BigDecimal step(double least) {
    int exponent = (int) Math.floor(Math.log10(least));
    for (int digit : ROUND) {
      BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
      if (step.doubleValue() >= least) {
        return step;
      }
    }
    return BigDecimal.ONE.scaleByPowerOfTen(exponent + 1);
  }
}
