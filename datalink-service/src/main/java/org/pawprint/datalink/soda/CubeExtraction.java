package org.pawprint.datalink.soda;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.TangentPlane;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.Cone;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.spectrum.ObservedWavelength;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.derive.NotDerivable;
import org.pawprint.core.spectrum.derive.SpaxelSum;
import org.pawprint.store.catalogue.StoredSpectrum;
import org.pawprint.store.search.Caller;
import org.springframework.stereotype.Component;

/** Takes the spectrum of a part of a cube out of its original file. */
@Component
final class CubeExtraction {
  private final OriginalReading originals;

  CubeExtraction(OriginalReading originals) {
    this.originals = originals;
  }

  /**
   * @throws NotDerivable when the part holds no spaxel, or the cube does not tell its place
   */
  Prepared extract(StoredSpectrum stored, CubePart part, Caller caller) throws IOException {
    return originals.read(stored, caller, file -> extract(stored, part, file));
  }

  private static Prepared extract(StoredSpectrum stored, CubePart part, FitsFile file) {
    ObsCoreRow row = stored.row();
    CubeFile cube = CubeFile.of(file, row);
    double stretch = WavelengthFrame.stretch(row, stored.frame());
    SpectralAxis axis = cube.axis(row, new ObservedWavelength(stored.medium(), stretch));
    Optional<TangentPlane> plane = TangentPlane.of(cube.flux().header());
    int[] spaxels = spaxels(cube, part, plane);
    SpaxelSum sum =
        new SpaxelSum(
            axis,
            stored.medium(),
            stored.frame(),
            row.text(ObsCoreColumn.O_UNIT).orElse(""),
            cube.variance().isPresent());
    Spectrum spectrum =
        sum.of(
            values(cube.flux(), cube, spaxels),
            cube.variance().map(v -> values(v, cube, spaxels)).orElse(null));
    return Prepared.of(stored, row(row, part, plane), spectrum, stretch);
  }

  /** Numbers of the spaxels in a plane, from 0, rising. */
  private static int[] spaxels(CubeFile cube, CubePart part, Optional<TangentPlane> plane) {
    if (part instanceof CubePart.Spaxel spaxel) {
      if (spaxel.x() > cube.columns() || spaxel.y() > cube.rows()) {
        throw new NotDerivable(
            "SPAXEL %d %d is outside of the cube, which has %d by %d spaxels"
                .formatted(spaxel.x(), spaxel.y(), cube.columns(), cube.rows()));
      }
      return new int[] {(spaxel.y() - 1) * cube.columns() + spaxel.x() - 1};
    }
    CubePart.Aperture aperture = (CubePart.Aperture) part;
    TangentPlane sky =
        plane.orElseThrow(
            () ->
                new NotDerivable(
                    "the cube has no celestial coordinates; take a spaxel by SPAXEL=x y"));
    int[] inside = new int[cube.columns() * cube.rows()];
    int count = 0;
    for (int i = 0; i < inside.length; i++) {
      SkyPosition at = sky.at(i % cube.columns() + 1, i / cube.columns() + 1);
      if (aperture.region().contains(at)) {
        inside[count++] = i;
      }
    }
    if (count == 0) {
      throw new NotDerivable("no spaxel of the cube has its centre there");
    }
    return Arrays.copyOf(inside, count);
  }

  /** Values by wavelength, then spaxel; of each plane only what lies between first and last. */
  private static float[][] values(FitsHdu image, CubeFile cube, int[] spaxels) {
    int first = spaxels[0];
    int span = spaxels[spaxels.length - 1] - first + 1;
    long plane = (long) cube.columns() * cube.rows();
    float[][] values = new float[cube.length()][spaxels.length];
    for (int wavelength = 0; wavelength < cube.length(); wavelength++) {
      float[] read = image.floats(wavelength * plane + first, span);
      for (int i = 0; i < spaxels.length; i++) {
        values[wavelength][i] = read[spaxels[i] - first];
      }
    }
    return values;
  }

  private static ObsCoreRow row(ObsCoreRow cube, CubePart part, Optional<TangentPlane> plane) {
    ObsCoreRow.Builder row =
        cube.toBuilder()
            .set(ObsCoreColumn.DATAPRODUCT_TYPE, "spectrum")
            .set(ObsCoreColumn.S_XEL1, 1L)
            .set(ObsCoreColumn.S_XEL2, 1L)
            .set(ObsCoreColumn.S_FOV, null)
            .set(ObsCoreColumn.S_REGION, null);
    if (part instanceof CubePart.Aperture aperture) {
      row.set(ObsCoreColumn.S_REGION, aperture.region().stc().orElse(null));
      if (aperture.region() instanceof Cone circle) {
        place(row, circle.centre());
        row.set(ObsCoreColumn.S_FOV, 2 * circle.radiusDeg());
      }
    } else if (part instanceof CubePart.Spaxel spaxel) {
      plane.ifPresent(sky -> place(row, sky.at(spaxel.x(), spaxel.y())));
    }
    return row.build();
  }

  private static void place(ObsCoreRow.Builder row, SkyPosition at) {
    row.set(ObsCoreColumn.S_RA, at.raDeg()).set(ObsCoreColumn.S_DEC, at.decDeg());
  }
}
