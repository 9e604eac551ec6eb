package org.pawprint.core.spectrum.derive;

import java.util.Arrays;
import org.pawprint.core.spectrum.Spectrum;

/** The smooth part of a spectrum, estimated from its good pixels. */
public sealed interface Continuum {
  /** Pixels that a running median may look at. */
  int MOST_WINDOW = 20_001;

  /** Highest order of a polynomial. */
  int MOST_ORDER = 15;

  /**
   * One value per pixel; NaN where there is none.
   *
   * @throws NotDerivable when there are too few good pixels
   */
  double[] of(Spectrum spectrum);

  /** The median of all good pixels, everywhere. */
  record Median() implements Continuum {
    @Override
    public double[] of(Spectrum spectrum) {
      double[] good = new double[spectrum.length()];
      int count = 0;
      for (int i = 0; i < good.length; i++) {
        if (Samples.isGood(spectrum, i)) {
          good[count++] = spectrum.flux()[i];
        }
      }
      requireGood(count, 1);
      double[] continuum = new double[spectrum.length()];
      Arrays.fill(continuum, Medians.of(good, count));
      return continuum;
    }
  }

  /**
   * The median of the good pixels whose centres are within half of {@code angstrom} of a pixel's.
   */
  record RunningMedian(double angstrom) implements Continuum {
    public RunningMedian {
      if (!(angstrom > 0) || Double.isInfinite(angstrom)) {
        throw new IllegalArgumentException("a window of " + angstrom + " Å");
      }
    }

    @Override
    public double[] of(Spectrum spectrum) {
      double[] centres = spectrum.axis().toArray();
      double[] continuum = new double[centres.length];
      double[] window = new double[Math.min(centres.length, MOST_WINDOW)];
      int count = 0;
      int from = 0;
      int to = 0;
      for (int i = 0; i < centres.length; i++) {
        for (; to < centres.length && centres[to] <= centres[i] + angstrom / 2; to++) {
          count = Samples.isGood(spectrum, to) ? insert(window, count, spectrum.flux()[to]) : count;
        }
        for (; centres[from] < centres[i] - angstrom / 2; from++) {
          count =
              Samples.isGood(spectrum, from) ? remove(window, count, spectrum.flux()[from]) : count;
        }
        continuum[i] = count == 0 ? Double.NaN : Medians.ofSorted(window, count);
      }
      return continuum;
    }

    private static int insert(double[] sorted, int count, double value) {
      if (count == sorted.length) {
        throw new NotDerivable("NORMALISE looks at more than " + MOST_WINDOW + " pixels at once");
      }
      int at = Arrays.binarySearch(sorted, 0, count, value);
      int place = at < 0 ? -at - 1 : at;
      System.arraycopy(sorted, place, sorted, place + 1, count - place);
      sorted[place] = value;
      return count + 1;
    }

    private static int remove(double[] sorted, int count, double value) {
      int place = Arrays.binarySearch(sorted, 0, count, value);
      System.arraycopy(sorted, place + 1, sorted, place, count - place - 1);
      return count - 1;
    }
  }

  /**
   * The polynomial of least squares through the good pixels, all of one weight.
   *
   * @param order 0 to {@link #MOST_ORDER}
   */
  record Polynomial(int order) implements Continuum {
    public Polynomial {
      if (order < 0 || order > MOST_ORDER) {
        throw new IllegalArgumentException("order " + order);
      }
    }

    @Override
    public double[] of(Spectrum spectrum) {
      Legendre basis = new Legendre(spectrum.axis().first(), spectrum.axis().last(), order);
      return basis.fit(spectrum);
    }
  }

  private static void requireGood(int count, int least) {
    if (count < least) {
      throw new NotDerivable(
          "it has %d good pixels, and its continuum needs %d".formatted(count, least));
    }
  }

  /** Legendre polynomials over an axis: close to orthogonal there, so that sums stay exact. */
  final class Legendre {
    private final double first;
    private final double last;
    private final int order;

    private Legendre(double first, double last, int order) {
      this.first = first;
      this.last = last;
      this.order = order;
    }

    private double[] at(double angstrom) {
      double x = (2 * angstrom - first - last) / (last - first);
      double[] values = new double[order + 1];
      values[0] = 1;
      for (int n = 1; n <= order; n++) {
        double before = n == 1 ? 0 : (n - 1) * values[n - 2];
        values[n] = ((2 * n - 1) * x * values[n - 1] - before) / n;
      }
      return values;
    }

    private double[] fit(Spectrum spectrum) {
      double[][] normal = new double[order + 1][order + 2];
      int count = 0;
      for (int i = 0; i < spectrum.length(); i++) {
        if (Samples.isGood(spectrum, i)) {
          add(normal, at(spectrum.axis().angstrom(i)), spectrum.flux()[i]);
          count++;
        }
      }
      requireGood(count, order + 1);
      double[] coefficients = solve(normal);
      double[] continuum = new double[spectrum.length()];
      for (int i = 0; i < continuum.length; i++) {
        double[] values = at(spectrum.axis().angstrom(i));
        for (int n = 0; n <= order; n++) {
          continuum[i] += coefficients[n] * values[n];
        }
      }
      return continuum;
    }

    private static void add(double[][] normal, double[] values, double flux) {
      for (int row = 0; row < values.length; row++) {
        for (int column = 0; column < values.length; column++) {
          normal[row][column] += values[row] * values[column];
        }
        normal[row][values.length] += values[row] * flux;
      }
    }

    /** Gauss with partial pivoting; the last column is the right side. */
    private static double[] solve(double[][] rows) {
      int n = rows.length;
      for (int column = 0; column < n; column++) {
        int pivot = column;
        for (int row = column + 1; row < n; row++) {
          if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) {
            pivot = row;
          }
        }
        double[] swapped = rows[column];
        rows[column] = rows[pivot];
        rows[pivot] = swapped;
        for (int row = column + 1; row < n; row++) {
          double factor = rows[row][column] / rows[column][column];
          for (int i = column; i <= n; i++) {
            rows[row][i] -= factor * rows[column][i];
          }
        }
      }
      double[] solution = new double[n];
      for (int row = n - 1; row >= 0; row--) {
        double value = rows[row][n];
        for (int i = row + 1; i < n; i++) {
          value -= rows[row][i] * solution[i];
        }
        solution[row] = value / rows[row][row];
      }
      return solution;
    }
  }
}
