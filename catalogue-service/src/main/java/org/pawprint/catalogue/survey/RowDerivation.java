package org.pawprint.catalogue.survey;

import static org.pawprint.core.obscore.ObsCoreColumn.BAD_PIXEL_FRACTION;
import static org.pawprint.core.obscore.ObsCoreColumn.DATAPRODUCT_TYPE;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_MAX_REST;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_MIDPOINT;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_MIDPOINT_REST;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_MIN;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_MIN_REST;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_SNR;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_UCD;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_UNIT;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_XEL;
import static org.pawprint.core.obscore.ObsCoreColumn.ERROR_KIND;
import static org.pawprint.core.obscore.ObsCoreColumn.O_UNIT;
import static org.pawprint.core.obscore.ObsCoreColumn.POL_XEL;
import static org.pawprint.core.obscore.ObsCoreColumn.QUALITY_FLAGS;
import static org.pawprint.core.obscore.ObsCoreColumn.REDSHIFT;
import static org.pawprint.core.obscore.ObsCoreColumn.RV;
import static org.pawprint.core.obscore.ObsCoreColumn.SKY_RESIDUAL;
import static org.pawprint.core.obscore.ObsCoreColumn.SPECSYS;
import static org.pawprint.core.obscore.ObsCoreColumn.SPECTRAL_MEDIUM;
import static org.pawprint.core.obscore.ObsCoreColumn.S_DEC;
import static org.pawprint.core.obscore.ObsCoreColumn.S_FOV;
import static org.pawprint.core.obscore.ObsCoreColumn.S_RA;
import static org.pawprint.core.obscore.ObsCoreColumn.S_REGION;
import static org.pawprint.core.obscore.ObsCoreColumn.S_XEL1;
import static org.pawprint.core.obscore.ObsCoreColumn.S_XEL2;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MIDPOINT;
import static org.pawprint.core.obscore.ObsCoreColumn.T_MIN;

import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.core.sky.StcText;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.ObservedWavelength;
import org.pawprint.core.spectrum.SpectralAxis;
import org.pawprint.core.spectrum.Spectrum;
import org.pawprint.core.spectrum.VelocityFrame;

/**
 * The columns that follow from others and from the pixels, alike for every survey. A loader sets
 * what the file tells; this adds the rest.
 */
public final class RowDerivation {

  private RowDerivation() {}

  /**
   * The row with everything derived filled in. A signal-to-noise ratio that the survey gives stays,
   * and so do quality flags that the loader raised.
   */
  public static ObsCoreRow complete(ObsCoreRow row, Spectrum spectrum) {
    ObsCoreRow.Builder all = row.toBuilder();
    all.set(DATAPRODUCT_TYPE, "spectrum").set(S_XEL1, 1).set(S_XEL2, 1).set(POL_XEL, 0);
    spectral(all, row, spectrum.axis(), spectrum.medium(), spectrum.frame());
    all.set(O_UNIT, spectrum.fluxUnit()).set(ERROR_KIND, spectrum.errorKind().term());
    middle(all, row);
    region(all, row);
    quality(all, row, spectrum);
    return all.build();
  }

  /**
   * The row of a cube with everything derived filled in: its spaxels are counted along each axis
   * (ObsCore-1.1 4.14). Its pixels are not looked at. A region that the loader gives stays.
   */
  public static ObsCoreRow complete(ObsCoreRow row, SpectralCube cube) {
    ObsCoreRow.Builder all = row.toBuilder();
    all.set(DATAPRODUCT_TYPE, "cube")
        .set(S_XEL1, cube.columns())
        .set(S_XEL2, cube.rows())
        .set(POL_XEL, 0);
    spectral(all, row, cube.axis(), cube.medium(), cube.frame());
    all.set(O_UNIT, cube.fluxUnit()).set(ERROR_KIND, cube.errorKind().term());
    middle(all, row);
    if (row.value(S_REGION) == null) {
      region(all, row);
    }
    return all.build();
  }

  /**
   * The row after position, redshift or velocity were added to it, with what follows from them. A
   * velocity that was missing shifts the limits of an axis at rest in the source by vacuum
   * wavelength, which differs from a shift in air by less than 10⁻⁸. A region follows only a
   * position that has changed.
   *
   * @param before the row as it was
   * @param now the same with values added
   */
  public static ObsCoreRow follow(ObsCoreRow before, ObsCoreRow now) {
    ObsCoreRow.Builder all = now.toBuilder();
    boolean atRest = now.text(SPECSYS).filter(VelocityFrame.SOURCE.specsys()::equals).isPresent();
    double shift =
        atRest && before.value(RV) == null
            ? 1 + now.number(RV).orElse(0.0) / VelocityFrame.LIGHT_KM_PER_S
            : 1;
    now.number(EM_MIN)
        .ifPresent(
            min -> now.number(EM_MAX).ifPresent(max -> limits(all, now, min * shift, max * shift)));
    if (!now.number(S_RA).equals(before.number(S_RA))
        || !now.number(S_DEC).equals(before.number(S_DEC))) {
      region(all, now);
    }
    return all.build();
  }

  private static void middle(ObsCoreRow.Builder all, ObsCoreRow row) {
    row.number(T_MIN)
        .ifPresent(from -> row.number(T_MAX).ifPresent(to -> all.set(T_MIDPOINT, (from + to) / 2)));
  }

  private static void spectral(
      ObsCoreRow.Builder all,
      ObsCoreRow row,
      SpectralAxis axis,
      Medium medium,
      VelocityFrame frame) {
    // Limits are those an observer outside the star's rest frame would measure.
    ObservedWavelength observed =
        ObservedWavelength.of(medium, frame, row.number(RV).orElse(Double.NaN));
    double min = observed.metres(axis.first());
    double max = observed.metres(axis.last());
    limits(all, row, min, max);
    all.set(EM_XEL, axis.length())
        .set(EM_UCD, "em.wl")
        .set(EM_UNIT, "angstrom")
        .set(SPECTRAL_MEDIUM, medium.word())
        .set(SPECSYS, frame.specsys());
  }

  private static void limits(ObsCoreRow.Builder all, ObsCoreRow row, double min, double max) {
    double middle = (min + max) / 2;
    all.set(EM_MIN, min).set(EM_MAX, max).set(EM_MIDPOINT, middle);
    row.number(REDSHIFT)
        .map(z -> 1 + z)
        .ifPresent(
            stretch ->
                all.set(EM_MIN_REST, min / stretch)
                    .set(EM_MAX_REST, max / stretch)
                    .set(EM_MIDPOINT_REST, middle / stretch));
  }

  /** The aperture as an STC-S circle: centre and radius in degrees (ObsCore-1.1 4.12). */
  private static void region(ObsCoreRow.Builder all, ObsCoreRow row) {
    if (row.value(S_RA) != null && row.value(S_DEC) != null && row.value(S_FOV) != null) {
      all.set(
          S_REGION,
          StcText.circle(
              new SkyPosition(row.requiredNumber(S_RA), row.requiredNumber(S_DEC)),
              row.requiredNumber(S_FOV) / 2));
    }
  }

  private static void quality(ObsCoreRow.Builder all, ObsCoreRow row, Spectrum spectrum) {
    QualityMeasures measures = QualityMeasures.of(spectrum);
    if (row.value(EM_SNR) == null) {
      all.set(EM_SNR, measures.snr());
    }
    int told = row.number(QUALITY_FLAGS).map(Double::intValue).orElse(0);
    all.set(QUALITY_FLAGS, told | measures.flags())
        .set(BAD_PIXEL_FRACTION, measures.badPixelFraction())
        .set(SKY_RESIDUAL, measures.skyResidual());
  }
}
