package org.pawprint.standalone.simulate;

import java.util.Optional;

/**
 * One fibre as configured: a row of the fibre table and of the image.
 *
 * @param row position along the slit, from 0; not the pivot
 * @param pivot where the fibre leaves the plate's rim, 1 to 400
 * @param name of target, sky position or guide star; {@code PARKED} or {@code BROKEN}
 * @param raDegrees, decDegrees mean J2000
 * @param xMicrons, yMicrons on the plate
 * @param thetaRadians direction from button to pivot
 * @param throughput relative to the mean fibre
 * @param target empty unless the fibre is of the programme
 */
public record Fibre(
    int row,
    int pivot,
    FibreUse use,
    String name,
    double raDegrees,
    double decDegrees,
    int xMicrons,
    int yMicrons,
    double thetaRadians,
    double throughput,
    Optional<Target> target) {

  public Fibre {
    if ((use == FibreUse.PROGRAMME) != target.isPresent()) {
      throw new IllegalArgumentException(
          "pivot " + pivot + ": only programme fibres have a target");
    }
  }
}
