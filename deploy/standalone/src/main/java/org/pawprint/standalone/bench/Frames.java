package org.pawprint.standalone.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.pawprint.standalone.simulate.Arm;
import org.pawprint.standalone.simulate.FieldSimulator;
import org.pawprint.standalone.simulate.FrameWriter;
import org.pawprint.standalone.simulate.SimulatedReduction;

/** Frames made before a measurement begins. */
final class Frames {
  private Frames() {}

  /**
   * Writes full frames, two a field.
   *
   * @param done receives how many are written
   */
  static List<SimulatedReduction> write(int count, long seed, Path root, LongConsumer done)
      throws IOException {
    FieldSimulator simulator = new FieldSimulator(seed);
    FrameWriter writer = new FrameWriter();
    List<SimulatedReduction> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      frames.add(writer.write(simulator.field(i / 2), Arm.values()[i % 2], root));
      done.accept(frames.size());
    }
    return frames;
  }
}
