package org.pawprint.core.spectrum.derive;

import java.util.List;

/**
 * Where a derived spectrum comes from.
 *
 * @param creationType SSA-1.1 4.2.5.6: {@code cutout}, {@code filtered}, {@code
 *     spectralExtraction}, {@code mosaic}
 * @param parents publisher DIDs with their versions, in the order in which they were named
 * @param parameters what was done, in the order of the table of parameters
 */
public record Derivation(String creationType, List<String> parents, List<Step> parameters) {
  /**
   * A parameter and its value, as they would be asked for again, or a number that was found in
   * carrying it out.
   *
   * @param unit VOUnits, empty for none
   */
  public record Step(String name, String value, String unit, String ucd) {}

  public Derivation {
    parents = List.copyOf(parents);
    parameters = List.copyOf(parameters);
  }
}
