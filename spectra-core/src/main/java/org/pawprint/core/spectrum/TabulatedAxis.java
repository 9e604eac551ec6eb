package org.pawprint.core.spectrum;

/** An axis that no exact WCS describes: one wavelength per pixel, in ångström, strictly rising. */
public final class TabulatedAxis implements SpectralAxis {
  private final double[] angstrom;

  /** Keeps the array; the caller must not change it afterwards. */
  public TabulatedAxis(double[] angstrom) {
    if (angstrom.length < 2) {
      throw new IllegalArgumentException("an axis of " + angstrom.length + " pixels");
    }
    double before = 0;
    for (int i = 0; i < angstrom.length; i++) {
      if (!(angstrom[i] > before) || Double.isInfinite(angstrom[i])) {
        throw new IllegalArgumentException(
            "wavelength "
                + angstrom[i]
                + " Å at pixel "
                + (i + 1)
                + " does not rise above "
                + before);
      }
      before = angstrom[i];
    }
    this.angstrom = angstrom;
  }

  @Override
  public int length() {
    return angstrom.length;
  }

  @Override
  public double angstrom(int pixel) {
    return angstrom[pixel];
  }

  @Override
  public double[] toArray() {
    return angstrom.clone();
  }
}
