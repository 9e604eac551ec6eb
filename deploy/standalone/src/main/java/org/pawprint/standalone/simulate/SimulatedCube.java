package org.pawprint.standalone.simulate;

import java.nio.file.Path;
import org.pawprint.core.sky.SkyPosition;

/**
 * A cube on disk.
 *
 * @param galaxy the object's name, as NAME has it
 * @param obsId as the loader makes it of galaxy and plate
 * @param centre of galaxy and field
 */
public record SimulatedCube(Path file, String galaxy, String obsId, SkyPosition centre) {

  /** Name of the cube within its observation, as the loader gives it. */
  public static final String SPECTRUM = "blue-cube";
}
