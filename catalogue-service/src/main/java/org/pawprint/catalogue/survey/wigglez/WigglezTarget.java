package org.pawprint.catalogue.survey.wigglez;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.pawprint.catalogue.survey.Redshift;
import org.pawprint.core.fits.FitsFile;
import org.pawprint.core.fits.FitsHdu;
import org.pawprint.core.fits.FitsHeader;
import org.pawprint.core.fits.FitsTable;
import org.pawprint.core.fits.HduKind;

/**
 * What a file tells of its galaxy: by the one row of its table, and by the header where the table
 * is missing or silent.
 */
final class WigglezTarget {
  private final FitsHeader header;
  private final Optional<FitsTable> table;

  private WigglezTarget(FitsHeader header, Optional<FitsTable> table) {
    this.header = header;
    this.table = table;
  }

  static WigglezTarget of(FitsFile fits) {
    return new WigglezTarget(fits.primary().header(), table(fits));
  }

  /** The table of redshifts, which has no name; the first with its columns and a row. */
  static Optional<FitsTable> table(FitsFile fits) {
    for (FitsHdu hdu : fits.hdus()) {
      if (hdu.kind() == HduKind.BINTABLE) {
        FitsTable table = hdu.table();
        if (table.rows() > 0 && table.has("redshift") && table.has("qop")) {
          return Optional.of(table);
        }
      }
    }
    return Optional.empty();
  }

  Optional<String> name() {
    return text("object", "OBJECT");
  }

  /** Field, night and arms of the observation, e.g. {@code r15f36s01_080413_BR_ss}. */
  Optional<String> observation() {
    return text("observation", "OBS_ID");
  }

  OptionalLong fibre() {
    return integer("fibre", "FIBRE");
  }

  OptionalDouble raDeg() {
    return number("ra", "RA");
  }

  OptionalDouble decDeg() {
    return number("dec", "DEC");
  }

  /** With its quality, from 1 to 5, and 6 for a star. */
  Redshift redshift() {
    return Redshift.of(number("redshift", "Z")).withQuality(integer("qop", "QOP"));
  }

  OptionalDouble snr() {
    return number("snr", "SNR");
  }

  private Optional<String> text(String column, String keyword) {
    return table
        .filter(t -> t.has(column))
        .flatMap(t -> t.text(column, 0))
        .or(() -> header.text(keyword));
  }

  private OptionalLong integer(String column, String keyword) {
    Optional<FitsTable> with = table.filter(t -> t.has(column));
    OptionalLong cell = with.isPresent() ? with.get().integer(column, 0) : OptionalLong.empty();
    return cell.isPresent() ? cell : header.integer(keyword);
  }

  private OptionalDouble number(String column, String keyword) {
    Optional<FitsTable> with = table.filter(t -> t.has(column));
    OptionalDouble cell = with.isPresent() ? with.get().number(column, 0) : OptionalDouble.empty();
    return cell.isPresent() ? cell : header.number(keyword);
  }
}
