package org.pawprint.ssa.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pawprint.core.dali.Interval;

/**
 * Bands that may be named in place of their wavelengths (SSA-1.1 4.1.1.3). A passband is the range
 * about its effective wavelength that is as wide as the passband itself; between air and vacuum
 * nothing differs at the accuracy of such a range.
 */
final class BandNames {
  private static final double ANGSTROM_PER_METRE = 1e10;

  /**
   * Effective wavelengths and widths in ångström. Johnson-Cousins UBVRI and u'g'r'i'z' of SDSS:
   * Bessell 2005, ARA&amp;A 43, 293, table 1. JHK: Binney &amp; Merrifield 1998, Galactic
   * Astronomy, table 2.1.
   */
  private static final List<Band> PASSBANDS =
      List.of(
          passband("U", 3663, 650),
          passband("B", 4361, 890),
          passband("V", 5448, 840),
          passband("R", 6407, 1580),
          passband("I", 7980, 1540),
          passband("u", 3596, 570),
          passband("g", 4639, 1280),
          passband("r", 6122, 1150),
          passband("i", 7439, 1230),
          passband("z", 8896, 1070),
          passband("J", 12200, 2130),
          passband("H", 16300, 3070),
          passband("K", 21900, 3900));

  /** In metre, of the IVOA vocabulary messenger, from which VODataService takes its wavebands. */
  private static final List<Band> WAVEBANDS =
      List.of(
          new Band("UV", new Interval(100e-9, 300e-9)),
          new Band("Optical", new Interval(300e-9, 1000e-9)),
          new Band("Infrared", new Interval(1e-6, 100e-6)));

  /** All names, for people. */
  static final String KNOWN =
      Stream.concat(PASSBANDS.stream(), WAVEBANDS.stream())
          .map(Band::name)
          .collect(Collectors.joining(", "));

  private record Band(String name, Interval metres) {}

  private BandNames() {}

  private static Band passband(String name, double effective, double width) {
    return new Band(
        name,
        new Interval(
            (effective - width / 2) / ANGSTROM_PER_METRE,
            (effective + width / 2) / ANGSTROM_PER_METRE));
  }

  /**
   * Wavelengths of a band in metre, empty for a name that is not known. In names of passbands the
   * case tells: U is not u. In words it does not.
   */
  static Optional<Interval> metres(String name) {
    return PASSBANDS.stream()
        .filter(band -> band.name().equals(name))
        .findFirst()
        .or(() -> WAVEBANDS.stream().filter(b -> b.name().equalsIgnoreCase(name)).findFirst())
        .map(Band::metres);
  }
}
