package org.pawprint.standalone.simulate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Writes frames as 2dfdr leaves them: image, VARIANCE, FIBRES, then the extensions whose order is
 * free. The same field gives the same bytes. Threads may share a writer.
 */
public final class FrameWriter {
  private static final int ARGUMENT_WIDTH = 32;
  private static final List<String> ARGUMENTS =
      List.of(
          "EXTR_OPERATION=OPTEX",
          "USEFLATIM=T",
          "THRUPUT=T",
          "TPMETH=SKYLINE(KGB)",
          "SKYSUB=T",
          "SKYCOMBINE=MEDIAN",
          "TELCOR=T");

  private final Map<Arm, FrameRenderer> renderers = new EnumMap<>(Arm.class);
  private final boolean withUnsubtracted;

  /** Writes frames without the optional RWSS extension. */
  public FrameWriter() {
    this(false);
  }

  /**
   * @param withUnsubtracted adds RWSS, the frame before sky subtraction, which 2dfdr writes on
   *     request
   */
  public FrameWriter(boolean withUnsubtracted) {
    this.withUnsubtracted = withUnsubtracted;
    for (Arm arm : Arm.values()) {
      renderers.put(arm, new FrameRenderer(arm));
    }
  }

  /**
   * Writes {@code <root>/<night>/ccd_<camera>/<frame>red.fits}, which appears under that name when
   * complete, replacing an earlier one.
   *
   * @throws IOException when the folder or file cannot be written
   */
  public SimulatedReduction write(SimulatedField field, Arm arm, Path root) throws IOException {
    FrameImage image = renderer(arm).render(field);
    Path file =
        root.resolve(FrameHeader.folder(field, arm))
            .resolve(FrameHeader.frameName(field, arm) + "red.fits");
    Path partial = file.resolveSibling(file.getFileName() + ".part");
    Files.createDirectories(root.resolve(FrameHeader.folder(field, arm)));
    try (FitsSink sink = new FitsSink(partial)) {
      writeHdus(sink, field, arm, image);
      sink.close();
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      return new SimulatedReduction(
          field, arm, file, sink.size(), sink.sha256(), field.programmeFibres(), image.medianSnr());
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private FrameRenderer renderer(Arm arm) {
    FrameRenderer renderer = renderers.get(arm);
    if (renderer == null) {
      throw new IllegalStateException("no renderer of " + arm);
    }
    return renderer;
  }

  private void writeHdus(FitsSink sink, SimulatedField field, Arm arm, FrameImage image)
      throws IOException {
    sink.image(FrameHeader.of(field, arm), image.flux());
    sink.image(
        Cards.image("VARIANCE", Arm.PIXELS, SimulatedField.FIBRES).header(), image.variance());
    sink.table(FibreTable.header(field), FibreTable.rows(field));
    sink.table(
        Cards.table("NDF_CLASS", 8, 1, 1).column(1, "CLASS", "8A", "").header(),
        text("MFOBJECT", 8));
    sink.table(
        Cards.table("REDUCTION_ARGS", 2 * ARGUMENT_WIDTH, ARGUMENTS.size(), 2)
            .column(1, "NAME", ARGUMENT_WIDTH + "A", "")
            .column(2, "VALUE", ARGUMENT_WIDTH + "A", "")
            .header(),
        arguments());
    sink.image(Cards.image("SKY", Arm.PIXELS).header(), image.sky());
    if (arm == Arm.RED) {
      sink.image(Cards.image("TELCOR", Arm.PIXELS).header(), image.telluric());
    }
    sink.image(Cards.image("THPUT", SimulatedField.FIBRES).header(), image.throughput());
    if (withUnsubtracted) {
      sink.image(
          Cards.image("RWSS", Arm.PIXELS, SimulatedField.FIBRES).header(), unsubtracted(image));
    }
  }

  private static float[] unsubtracted(FrameImage image) {
    float[] withSky = image.flux().clone();
    for (int i = 0; i < withSky.length; i++) {
      withSky[i] += image.sky()[i % Arm.PIXELS];
    }
    return withSky;
  }

  private static byte[] arguments() {
    ByteBuffer rows = ByteBuffer.allocate(2 * ARGUMENT_WIDTH * ARGUMENTS.size());
    for (String argument : ARGUMENTS) {
      int equals = argument.indexOf('=');
      rows.put(text(argument.substring(0, equals), ARGUMENT_WIDTH));
      rows.put(text(argument.substring(equals + 1), ARGUMENT_WIDTH));
    }
    return rows.array();
  }

  private static byte[] text(String value, int length) {
    byte[] padded = Arrays.copyOf(value.getBytes(StandardCharsets.US_ASCII), length);
    Arrays.fill(padded, value.length(), length, (byte) ' ');
    return padded;
  }
}
