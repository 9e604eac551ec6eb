package org.pawprint.datalink.soda;

import static org.pawprint.core.soda.SodaParameter.FRAME;
import static org.pawprint.core.soda.SodaParameter.SPECSYS;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.obscore.ObsCoreRow;
import org.pawprint.core.soda.Words;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.ObservedWavelength;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.core.spectrum.derive.ObserverMotion;
import org.pawprint.core.spectrum.derive.Shift;

/** Changes of the velocity frame, with what the catalogue must know for them. */
final class WavelengthFrame {

  private WavelengthFrame() {}

  /** Wavelengths as an observer in another frame measures them. */
  static Prepared toObserver(Prepared prepared, VelocityFrame frame) {
    VelocityFrame now = prepared.spectrum().frame();
    if (now == frame) {
      return prepared;
    }
    ObsCoreRow row = prepared.row();
    List<String> missing = new ArrayList<>();
    for (ObsCoreColumn column :
        List.of(ObsCoreColumn.S_RA, ObsCoreColumn.S_DEC, ObsCoreColumn.T_MIDPOINT)) {
      if (row.value(column) == null) {
        missing.add(column.column());
      }
    }
    ObserverMotion motion =
        row.text(ObsCoreColumn.FACILITY_NAME).flatMap(ObserverMotion::at).orElse(null);
    if (motion == null) {
      missing.add("facility_name of a telescope whose place is known");
    }
    if (motion == null || !missing.isEmpty()) {
      throw ParameterFaults.of(
          SPECSYS.name(),
          frame.specsys(),
          "a spectrum whose row has " + String.join(", ", missing) + ", or no change of frame");
    }
    double factor =
        motion.factor(
            now,
            frame,
            row.requiredNumber(ObsCoreColumn.T_MIDPOINT),
            row.requiredNumber(ObsCoreColumn.S_RA),
            row.requiredNumber(ObsCoreColumn.S_DEC));
    return prepared.with(Shift.toFrame(prepared.spectrum(), factor, frame));
  }

  /**
   * To the rest frame of the source, or back from it.
   *
   * @param given in place of the catalogue's redshift
   */
  static Prepared toFrame(Prepared prepared, Words.Frame frame, OptionalDouble given) {
    boolean atRest = prepared.spectrum().frame() == VelocityFrame.SOURCE;
    if (atRest == (frame == Words.Frame.REST)) {
      return prepared;
    }
    double z = redshift(prepared.row(), frame, given);
    return frame == Words.Frame.REST
        ? prepared.shifted(Shift.toRest(prepared.spectrum(), z), 1 + z, z)
        : prepared.shifted(Shift.toObserved(prepared.spectrum(), z), 1, z);
  }

  private static double redshift(ObsCoreRow row, Words.Frame frame, OptionalDouble given) {
    if (given.isPresent()) {
      return given.getAsDouble();
    }
    // Whoever publishes stars at rest has shifted them by their radial velocity.
    double velocity =
        frame == Words.Frame.OBSERVED
            ? row.number(ObsCoreColumn.RV).orElse(Double.NaN) / VelocityFrame.LIGHT_KM_PER_S
            : Double.NaN;
    double z =
        Double.isNaN(velocity) ? row.number(ObsCoreColumn.REDSHIFT).orElse(Double.NaN) : velocity;
    if (!(z > -1)) {
      throw ParameterFaults.of(
          FRAME.name(),
          frame.name(),
          "REDSHIFT=z beside it, since the catalogue has no redshift of this spectrum");
    }
    return z;
  }

  /** How the axis of a spectrum as reduced leads to wavelengths as observed. */
  static double stretch(ObsCoreRow row, VelocityFrame frame) {
    double velocity = row.number(ObsCoreColumn.RV).orElse(Double.NaN);
    return ObservedWavelength.of(Medium.VACUUM, frame, velocity).stretch();
  }
}
