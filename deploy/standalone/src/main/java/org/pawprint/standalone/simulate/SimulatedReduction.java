package org.pawprint.standalone.simulate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.pawprint.core.identifier.Sha256;

/**
 * A frame on disk, with the facts its event tells.
 *
 * @param spectra programme spectra in the frame, those a catalogue should have
 * @param medianSnr of their mean signal to noise per pixel
 */
public record SimulatedReduction(
    SimulatedField field,
    Arm arm,
    Path file,
    long bytes,
    Sha256 sha256,
    long spectra,
    double medianSnr) {

  private static final int REDUCTION_SECONDS = 75;

  /** The same for every repeat of this reduction, e.g. {@code 20240911-RD-0023}. */
  public String reductionId() {
    return String.format(
        Locale.ROOT,
        "%s-%s-%04d",
        field.start().toString().substring(0, 10).replace("-", ""),
        arm.spectrographId(),
        field.run());
  }

  /** When the reduction ended: a little after the shutter closed. */
  public Instant reducedAt() {
    return field.end().plusSeconds(REDUCTION_SECONDS);
  }
}
