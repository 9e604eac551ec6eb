package org.pawprint.catalogue.survey.twodfdr;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.pawprint.core.fits.FitsTable;
import org.pawprint.core.sky.SkyPosition;

/**
 * One row of the fibre table.
 *
 * @param number in slit order, from 1; not the pivot
 * @param name of the target
 * @param comment of whoever wrote the field's catalogue; may be empty
 * @param type {@code P} programme, {@code S} sky, {@code F} guide, {@code N} broken, {@code U}
 *     unallocated
 */
record Fibre(int number, String name, String comment, String type, OptionalInt pivot) {

  /** A whole turn, with room for rounding. */
  private static final double LARGEST_RA = 2 * Math.PI + 1e-6;

  static Fibre of(FitsTable table, int row) {
    return new Fibre(
        row + 1,
        table.text("NAME", row).orElse(""),
        table.has("COMMENT") ? table.text("COMMENT", row).orElse("") : "",
        table.text("TYPE", row).orElse(""),
        pivot(table, row));
  }

  private static OptionalInt pivot(FitsTable table, int row) {
    if (!table.has("PIVOT")) {
      return OptionalInt.empty();
    }
    OptionalLong pivot = table.integer("PIVOT", row);
    return pivot.isPresent() && pivot.getAsLong() > 0 && pivot.getAsLong() <= Integer.MAX_VALUE
        ? OptionalInt.of((int) pivot.getAsLong())
        : OptionalInt.empty();
  }

  /** Whether it looked at a target; a parked fibre did not, whatever its type says. */
  boolean isProgramme() {
    return type.equalsIgnoreCase("P")
        && !comment.equalsIgnoreCase("PARKED")
        && !name.equalsIgnoreCase("PARKED");
  }

  /**
   * Mean J2000 place, which FK5 and ICRS give alike to 0.03″. The table is in radians.
   *
   * @throws IllegalArgumentException when RA or DEC is absent or no angle in radians
   */
  SkyPosition position(FitsTable table) {
    double ra = table.number("RA", number - 1).orElse(Double.NaN);
    double dec = table.number("DEC", number - 1).orElse(Double.NaN);
    if (!(Math.abs(ra) <= LARGEST_RA) || !(Math.abs(dec) <= Math.PI / 2)) {
      throw new IllegalArgumentException(
          "found RA " + ra + ", DEC " + dec + ", expected a place in radians");
    }
    return new SkyPosition(Math.toDegrees(ra), Math.toDegrees(dec));
  }
}
