package org.pawprint.catalogue.survey.sami;

import java.util.ArrayList;
import java.util.List;
import org.pawprint.catalogue.survey.LoadedCube;
import org.pawprint.catalogue.survey.LoadedFile;
import org.pawprint.catalogue.survey.LoadedSpectrum;
import org.pawprint.catalogue.survey.Pixels;
import org.pawprint.catalogue.survey.SpectralCube;
import org.pawprint.core.spectrum.ErrorKind;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;

/** What is catalogued of a cube: itself and, of a binned one, the spectra of its bins. */
final class CubeEntries {
  private final SamiCube cube;
  private final SamiArm arm;
  private final SpectralCube spectra;
  private final SamiRows rows;

  private CubeEntries(SamiCube cube, SamiArm arm, SpectralCube spectra) {
    this.cube = cube;
    this.arm = arm;
    this.spectra = spectra;
    this.rows = new SamiRows(cube.header(), arm);
  }

  /**
   * @throws org.pawprint.core.fits.UnreadableFits when the wavelengths are none of SAMI's
   */
  static CubeEntries of(SamiCube cube) {
    SpectralAxis axis = cube.axis();
    SpectralCube spectra =
        new SpectralCube(
            axis,
            Medium.AIR,
            SamiLoader.frame(cube.header()),
            SamiLoader.unit(cube.header()),
            ErrorKind.VARIANCE,
            cube.flux().columns(),
            cube.flux().rows());
    return new CubeEntries(cube, SamiArm.of(cube.header(), "CRVAL3", axis), spectra);
  }

  LoadedFile load(String fileName) {
    if (cube.binMask().isEmpty()) {
      return new LoadedFile(List.of(), List.of(itself(arm.word(), "science")), 0, List.of());
    }
    BinMask mask = BinMask.of(cube.flux(), cube.binMask().get());
    int bins = mask.bins().length;
    Binning binning = Binning.of(fileName);
    String name = arm.word() + "-" + binning.label(bins);
    List<String> rejected = new ArrayList<>();
    List<LoadedSpectrum> ofBins =
        binning.hasSpectra(bins)
            ? spectra(mask, name + "-bin", binning.word() + "-bin", rejected)
            : List.of();
    return new LoadedFile(ofBins, List.of(itself(name, binning.word())), 0, rejected);
  }

  private LoadedCube itself(String name, String subtype) {
    return new LoadedCube(name + "-cube", rows.cube(cube.flux(), spectra, subtype));
  }

  private List<LoadedSpectrum> spectra(
      BinMask mask, String name, String subtype, List<String> rejected) {
    int[] bins = mask.bins();
    float[][] flux = mask.spectra(cube.flux().hdu());
    float[][] variance = mask.spectra(cube.variance());
    List<LoadedSpectrum> loaded = new ArrayList<>();
    for (int i = 0; i < bins.length; i++) {
      try {
        Spectrum spectrum =
            Pixels.ofVariance(flux[i], variance[i])
                .on(spectra.axis(), spectra.medium(), spectra.frame(), spectra.fluxUnit());
        loaded.add(
            new LoadedSpectrum(
                name + bins[i], rows.bin(mask, bins[i], spectrum, subtype), spectrum));
      } catch (IllegalArgumentException e) {
        rejected.add("bin " + bins[i] + ": " + e.getMessage());
      }
    }
    return loaded;
  }
}
