package org.pawprint.catalogue.survey.sixdfgs;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.identifier.Sha256;

/**
 * Where a spectrum comes from, and the names that follow from it.
 *
 * @param header of the spectrum
 * @param obsId of the frame, or frames, that it was cut from; of a spectrum whose header names
 *     none, the object's name and twelve digits of the SHA-256 of object and flux
 * @param spectrumName band and fibre, which no two objects of a frame share
 */
record Source(FitsHeader header, Band band, ArmFrame frame, String obsId, String spectrumName) {
  private static final int DIGITS = 12;
  private static final List<String> TELLING =
      List.of("NAME_V", "NAME_R", "TARGET", "OBSRA", "OBSDEC");

  /**
   * @param flux as in the file
   */
  static Source of(FitsHeader header, Band band, ArmFrame frame, float[] flux) {
    Optional<String> fibre =
        Optional.ofNullable(frame.fibre()).map(String::valueOf).or(frame::name);
    if (frame.obsId().isEmpty() || fibre.isEmpty()) {
      return byContent(header, band, frame, flux);
    }
    return new Source(header, band, frame, frame.obsId().get(), band.word() + "-" + fibre.get());
  }

  /** As where the header names no frame. */
  static Source byContent(FitsHeader header, Band band, ArmFrame frame, float[] flux) {
    String obsId = frame.name().map(name -> name + "-").orElse("") + digest(header, flux);
    return new Source(header, band, frame, obsId, band.word());
  }

  private static String digest(FitsHeader header, float[] flux) {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    for (String card : TELLING) {
      told.writeBytes(
          (card + "=" + header.text(card).orElse("") + "\n").getBytes(StandardCharsets.UTF_8));
    }
    ByteBuffer pixels = ByteBuffer.allocate(flux.length * Float.BYTES);
    for (float value : flux) {
      pixels.putFloat(value);
    }
    told.writeBytes(pixels.array());
    return Sha256.of(told.toByteArray()).hex().substring(0, DIGITS);
  }
}
