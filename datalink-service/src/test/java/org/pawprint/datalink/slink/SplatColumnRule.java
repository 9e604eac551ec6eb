package org.pawprint.datalink.slink;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.pawprint.core.votable.Field;

/**
 * How SPLAT-VO chooses the columns of a table: by utype, the first match, unless a later one has
 * meta.main in its UCD, but not at the start.
 */
final class SplatColumnRule {
  private SplatColumnRule() {}

  static Optional<String> wavelength(List<Field> fields) {
    return choose(fields, utype -> utype.contains("spectralaxis") || utype.contains("timeaxis"));
  }

  static Optional<String> flux(List<Field> fields) {
    return choose(
        fields, utype -> utype.contains("fluxaxis") && !utype.contains("fluxaxis.accuracy"));
  }

  static Optional<String> error(List<Field> fields) {
    return choose(fields, utype -> utype.contains("fluxaxis.accuracy"));
  }

  private static Optional<String> choose(List<Field> fields, Predicate<String> rule) {
    Optional<String> chosen = Optional.empty();
    for (Field field : fields) {
      boolean matches = rule.test(field.utype().toLowerCase(Locale.ROOT));
      if (matches && (chosen.isEmpty() || field.ucd().indexOf("meta.main") > 0)) {
        chosen = Optional.of(field.name());
      }
    }
    return chosen;
  }
}
