package org.pawprint.catalogue.survey.sami;

import java.util.Arrays;
import org.pawprint.catalogue.survey.CubeHdu;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.UnreadableFits;

/** Which spaxels are in which bin. Bins are numbered from 1; those without a spaxel are skipped. */
final class BinMask {
  private final CubeHdu cube;
  private final int[] bins;
  private final int[] ofSpaxel;

  private BinMask(CubeHdu cube, int[] bins, int[] ofSpaxel) {
    this.cube = cube;
    this.bins = bins;
    this.ofSpaxel = ofSpaxel;
  }

  /**
   * @throws UnreadableFits when the mask is not one image of the cube's spaxels
   */
  static BinMask of(CubeHdu cube, FitsHdu mask) {
    long[] shape = mask.shape();
    if (!Arrays.equals(shape, new long[] {cube.columns(), cube.rows()})) {
      throw mask.header()
          .unreadable("NAXIS1", cube.columns() + " by " + cube.rows() + " spaxels, as the flux");
    }
    double[] numbers = mask.doubles(0, cube.columns() * cube.rows());
    int[] ofSpaxel = new int[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      // NaN becomes 0, which is no bin.
      ofSpaxel[i] = (int) numbers[i];
    }
    int[] bins = Arrays.stream(ofSpaxel).filter(bin -> bin > 0).sorted().distinct().toArray();
    return new BinMask(cube, bins, ofSpaxel);
  }

  /** Numbers of the bins, rising. */
  int[] bins() {
    return bins.clone();
  }

  int spaxels(int bin) {
    return (int) Arrays.stream(ofSpaxel).filter(its -> its == bin).count();
  }

  /** Mean place of the spaxels of a bin along axis 1 and axis 2, counted from 1. */
  double[] centroid(int bin) {
    double x = 0;
    double y = 0;
    for (int i = 0; i < ofSpaxel.length; i++) {
      if (ofSpaxel[i] == bin) {
        x += i % cube.columns() + 1;
        y += i / cube.columns() + 1;
      }
    }
    int count = spaxels(bin);
    return new double[] {x / count, y / count};
  }

  /**
   * One spectrum per bin, in the order of {@link #bins}. Every spaxel of a bin holds the bin's
   * spectrum, so the first is as good as any; planes are read in the order of the file.
   *
   * @param image the cube's flux or its variance
   */
  float[][] spectra(FitsHdu image) {
    int[] first = Arrays.stream(bins).map(this::firstSpaxel).toArray();
    float[][] spectra = new float[bins.length][cube.length()];
    for (int wavelength = 0; wavelength < cube.length(); wavelength++) {
      float[] plane = cube.plane(image, wavelength);
      for (int bin = 0; bin < first.length; bin++) {
        spectra[bin][wavelength] = plane[first[bin]];
      }
    }
    return spectra;
  }

  private int firstSpaxel(int bin) {
    int spaxel = 0;
    while (ofSpaxel[spaxel] != bin) {
      spaxel++;
    }
    return spaxel;
  }
}
