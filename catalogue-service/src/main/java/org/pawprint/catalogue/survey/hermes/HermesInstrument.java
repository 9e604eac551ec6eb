package org.pawprint.catalogue.survey.hermes;

import static org.pawprint.core.obscore.ObsCoreColumn.EM_RESOLUTION;
import static org.pawprint.core.obscore.ObsCoreColumn.EM_RES_POWER;

import java.util.Optional;
import org.pawprint.catalogue.survey.WavelengthRange;
import org.pawprint.catalogue.survey.twodfdr.FibreInstrument;
import org.pawprint.catalogue.survey.twodfdr.FrameArm;
import org.pawprint.catalogue.survey.twodfdr.HermesArm;
import org.pawprint.catalogue.survey.twodfdr.Resolution;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.spectrum.SpectralAxis;

/** HERMES behind 2dF: four arms with fixed gratings. */
final class HermesInstrument implements FibreInstrument {
  /** Nominal, without the slit mask. */
  private static final double RESOLVING_POWER = 28_000;

  private static final double METRES_PER_ANGSTROM = 1e-10;

  @Override
  public String keyword() {
    return "HERMES-2dF";
  }

  @Override
  public String catalogueName() {
    return "2dF-HERMES";
  }

  @Override
  public WavelengthRange range() {
    return new WavelengthRange(
        HermesArm.BLUE.range().shortest(), HermesArm.INFRARED.range().longest());
  }

  @Override
  public Optional<FrameArm> arm(String spectId) {
    return HermesArm.of(spectId).map(HermesArm::frameArm);
  }

  /** The grating cards of HERMES are zero; SLITMASK tells of the mode of higher resolution. */
  @Override
  public Resolution resolution(FitsHeader header) {
    boolean masked = header.text("SLITMASK").filter("IN"::equalsIgnoreCase).isPresent();
    return masked ? Resolution.UNKNOWN : HermesInstrument::nominal;
  }

  private static void nominal(ObsCoreRow.Builder row, SpectralAxis axis) {
    double middle = (axis.first() + axis.last()) / 2;
    row.set(EM_RES_POWER, RESOLVING_POWER)
        .set(EM_RESOLUTION, middle / RESOLVING_POWER * METRES_PER_ANGSTROM);
  }
}
