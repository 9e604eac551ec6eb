package org.pawprint.standalone.fuzz;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.pawprint.standalone.fuzz.FitsParts.Part;

/** HDUs in the wrong place or of another file, and data that no survey would write. */
final class HduDamage {
  private static final List<Double> EXTREMES =
      List.of(
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          0.0,
          -0.0,
          1e308,
          -1e308,
          3.4e38,
          -3.4e38,
          1e-310,
          1e-45,
          -1.0,
          -2.5e30);

  private HduDamage() {}

  static String reorder(FitsParts file, SplittableRandom dice) {
    int a = dice.nextInt(file.parts.size());
    int b = dice.nextInt(file.parts.size());
    switch (dice.nextInt(4)) {
      case 0 -> {
        file.parts.add(b, file.parts.get(a).copy());
        return "HDU " + a + " again before HDU " + b;
      }
      case 1 -> {
        if (file.parts.size() > 1) {
          file.parts.remove(a);
        }
        return "without HDU " + a;
      }
      case 2 -> {
        byte[] data = file.parts.get(a).data;
        file.parts.get(a).data = file.parts.get(b).data;
        file.parts.get(b).data = data;
        return "data of HDUs " + a + " and " + b + " exchanged";
      }
      default -> {
        Collections.swap(file.parts, a, b);
        return "HDUs " + a + " and " + b + " exchanged";
      }
    }
  }

  /** An HDU of another file, with or without its header. */
  static String graft(FitsParts file, FitsParts other, SplittableRandom dice) {
    int from = dice.nextInt(other.parts.size());
    int to = dice.nextInt(file.parts.size());
    Part donor = other.parts.get(from);
    switch (dice.nextInt(3)) {
      case 0 -> file.parts.get(to).data = donor.data;
      case 1 -> file.parts.set(to, donor.copy());
      default -> file.parts.add(to + 1, donor.copy());
    }
    return "HDU " + from + " of another file at HDU " + to;
  }

  static String extremes(Part part, SplittableRandom dice) {
    byte[] data = part.data.clone();
    int width = dice.nextBoolean() ? Float.BYTES : Double.BYTES;
    int pixels = data.length / width;
    if (pixels == 0) {
      return "no data to spoil";
    }
    double value = EXTREMES.get(dice.nextInt(EXTREMES.size()));
    int first = dice.nextInt(pixels);
    int last = dice.nextInt(3) == 0 ? pixels : Math.min(pixels, first + 1 + dice.nextInt(100));
    first = dice.nextInt(4) == 0 ? 0 : first;
    ByteBuffer buffer = ByteBuffer.wrap(data);
    for (int i = first; i < last; i++) {
      if (width == Float.BYTES) {
        buffer.putFloat(i * width, (float) value);
      } else {
        buffer.putDouble(i * width, value);
      }
    }
    part.data = data;
    return value + " in pixels " + first + " to " + last;
  }
}
