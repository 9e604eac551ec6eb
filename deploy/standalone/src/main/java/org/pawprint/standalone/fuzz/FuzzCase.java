package org.pawprint.standalone.fuzz;

import java.util.List;

/**
 * One damaged file.
 *
 * @param number from 0; with seed and fixtures it makes the same bytes again
 * @param fixture what was damaged
 * @param mutations how, in words and in order
 */
record FuzzCase(long number, String fixture, List<String> mutations, byte[] content) {
  FuzzCase {
    mutations = List.copyOf(mutations);
  }

  @Override
  public String toString() {
    return "case " + number + ": " + fixture + ", " + String.join("; ", mutations);
  }
}
