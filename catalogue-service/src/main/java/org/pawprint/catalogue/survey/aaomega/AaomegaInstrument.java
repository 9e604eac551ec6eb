package org.pawprint.catalogue.survey.aaomega;

import static org.pawprint.core.obscore.ObsCoreColumn.EM_RESOLUTION;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER_MAX;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER_MIN;

import java.util.Optional;
import org.pawprint.catalogue.survey.WavelengthRange;
import org.pawprint.catalogue.survey.twodfdr.FibreInstrument;
import org.pawprint.catalogue.survey.twodfdr.FrameArm;
import org.pawprint.catalogue.survey.twodfdr.Resolution;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.SpectralAxis;

/** AAOmega behind 2dF: two arms with exchangeable gratings. */
final class AaomegaInstrument implements FibreInstrument {
  private static final double METRES_PER_ANGSTROM = 1e-10;

  @Override
  public String keyword() {
    return "AAOMEGA-2dF";
  }

  @Override
  public String catalogueName() {
    return "2dF-AAOmega";
  }

  /** AAOmega sees 3700 to 10,000 Å. */
  @Override
  public WavelengthRange range() {
    return new WavelengthRange(3000, 12_000);
  }

  @Override
  public Optional<FrameArm> arm(String spectId) {
    return switch (spectId) {
      case "BL" -> Optional.of(new FrameArm("blue", "blue"));
      case "RD" -> Optional.of(new FrameArm("red", "red"));
      default -> Optional.empty();
    };
  }

  @Override
  public Resolution resolution(FitsHeader header) {
    return GratingSetup.of(header)
        .<Resolution>map(setup -> (row, axis) -> describe(row, setup, axis))
        .orElse(Resolution.UNKNOWN);
  }

  /** Of a spliced frame the header holds the setup of one arm, which is silent on the other. */
  private static void describe(ObsCoreRow.Builder row, GratingSetup setup, SpectralAxis axis) {
    double first = axis.first();
    double last = axis.last();
    double middle = (first + last) / 2;
    if (setup.sees(middle)) {
      row.set(EM_RES_POWER, setup.resolvingPower(middle))
          .set(EM_RESOLUTION, setup.lineWidth(middle) * METRES_PER_ANGSTROM);
    }
    if (setup.sees(first) && setup.sees(last)) {
      row.set(EM_RES_POWER_MIN, setup.resolvingPower(first))
          .set(EM_RES_POWER_MAX, setup.resolvingPower(last));
    }
  }
}
