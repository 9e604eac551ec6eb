package org.pawprint.core.votable.read;

import java.util.Arrays;

/** Numbers of a column as they come. */
final class NumberColumn {
  private static final int FIRST_CAPACITY = 64;

  private double[] numbers = new double[FIRST_CAPACITY];
  private int size;

  void add(double number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size++] = number;
  }

  int size() {
    return size;
  }

  double[] toArray() {
    return Arrays.copyOf(numbers, size);
  }
}
