package org.pawprint.core.soda;

import java.util.Arrays;
import java.util.List;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.core.spectrum.derive.Combination;
import org.pawprint.core.spectrum.derive.Splice;

/** What the parameters that are a choice of words may be: parser and descriptor both read here. */
public final class Words {
  /** Of COMPONENT. */
  public enum Component {
    /** What is catalogued. */
    FLUX,
    /** What was subtracted from it for the sky. */
    SKY
  }

  /** Of FRAME. */
  public enum Frame {
    REST,
    OBSERVED
  }

  /** Of FLUXCALIB, with SSA's words. */
  public enum FluxCalibration {
    ABSOLUTE,
    RELATIVE
  }

  /** Of SPECSYS, as FITS spells them. */
  public static final List<VelocityFrame> VELOCITY_FRAMES =
      List.of(
          VelocityFrame.TOPOCENTRIC,
          VelocityFrame.GEOCENTRIC,
          VelocityFrame.HELIOCENTRIC,
          VelocityFrame.BARYCENTRIC);

  static final List<String> COMPONENTS = names(Component.values());
  static final List<String> FRAMES = names(Frame.values());
  static final List<String> MEDIA = names(Medium.values());
  static final List<String> SPECSYS = VELOCITY_FRAMES.stream().map(VelocityFrame::specsys).toList();
  static final List<String> COMBINATIONS = names(Combination.values());
  static final List<String> SPLICES = names(Splice.values());
  static final List<String> CALIBRATIONS = names(FluxCalibration.values());

  private Words() {}

  private static List<String> names(Enum<?>... values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }
}
