package org.pawprint.catalogue.survey.ivoa;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pawprint.core.obscore.ObsCoreColumn;
import org.pawprint.core.spectrum.Medium;
import org.pawprint.core.spectrum.VelocityFrame;
import org.pawprint.core.votable.read.ReadField;
import org.pawprint.core.votable.read.ReadTable;

/** The PARAMs of a table by utype, whatever its prefix, and by name. */
final class IvoaParams {
  private final ReadTable table;
  private final Map<String, ReadField> byPath = new HashMap<>();
  private final Map<String, ReadField> byName = new HashMap<>();

  IvoaParams(ReadTable table) {
    this.table = table;
    for (ReadField param : table.params()) {
      if (!param.value().isBlank()) {
        byPath.putIfAbsent(path(param.utype()), param);
        byName.putIfAbsent(param.name().toLowerCase(Locale.ROOT), param);
      }
    }
  }

  /** {@code spec:Spectrum.Target.Name}, {@code ssa:Target.Name} and the like are one field. */
  static String path(String utype) {
    String path = utype.strip().toLowerCase(Locale.ROOT);
    path = path.substring(path.indexOf(':') + 1);
    return path.startsWith("spectrum.") ? path.substring("spectrum.".length()) : path;
  }

  ReadTable table() {
    return table;
  }

  /**
   * @param path utype without prefix, e.g. {@code Target.Name}
   */
  Optional<ReadField> at(String path) {
    return Optional.ofNullable(byPath.get(path(path)));
  }

  Optional<String> text(String path) {
    return at(path).map(param -> param.value().strip());
  }

  /** A column of the catalogue, by either of its utypes, else by its name. */
  Optional<ReadField> column(ObsCoreColumn column) {
    return column
        .ssaUtype()
        .flatMap(this::at)
        .or(() -> column.utype().flatMap(this::at))
        .or(() -> Optional.ofNullable(byName.get(column.column())));
  }

  /** The medium, where a parameter states it. */
  Optional<Medium> medium() {
    return column(ObsCoreColumn.SPECTRAL_MEDIUM)
        .map(
            param ->
                switch (param.value().strip().toLowerCase(Locale.ROOT)) {
                  case "air" -> Medium.AIR;
                  case "vacuum" -> Medium.VACUUM;
                  default -> throw table.unreadable(param.name(), param.value(), "air or vacuum");
                });
  }

  /** Topocentric where nothing is said (SpectrumDM-1.1 section 5.1). */
  VelocityFrame frame() {
    Optional<ReadField> param = at("CoordSys.SpectralFrame.RefPos");
    return param.isEmpty()
        ? VelocityFrame.TOPOCENTRIC
        : VelocityFrame.of(param.get().value())
            .orElseThrow(
                () -> table.unreadable(param.get().name(), param.get().value(), "e.g. TOPOCENTER"));
  }
}
