package org.pawprint.catalogue.survey.ivoa;

/** The model has no name for a spectrum within its file: the place tells them apart. */
final class SpectrumNames {
  private SpectrumNames() {}

  /**
   * {@code spec} for the first, {@code spec2} for the second.
   *
   * @param index from 0
   */
  static String of(int index) {
    return index == 0 ? "spec" : "spec" + (index + 1);
  }
}
