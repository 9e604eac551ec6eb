package org.pawprint.standalone.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Names of columns of a table of targets, for those that are not found by UCD or name. */
final class TargetColumnOptions {
  @Option(
      names = "--key",
      paramLabel = "COLUMN",
      description = "What spectra give as target name, other target name or observation.")
  private @Nullable String key;

  @Option(names = "--ra", paramLabel = "COLUMN", description = "Right ascension, degrees.")
  private @Nullable String ra;

  @Option(names = "--dec", paramLabel = "COLUMN", description = "Declination, degrees.")
  private @Nullable String dec;

  @Option(names = "--redshift", paramLabel = "COLUMN", description = "Redshift.")
  private @Nullable String redshift;

  @Option(names = "--rv", paramLabel = "COLUMN", description = "Radial velocity, km/s.")
  private @Nullable String rv;

  @Option(names = "--name", paramLabel = "COLUMN", description = "Name of the target.")
  private @Nullable String name;

  /** Those that were given, by the parameter of the service. */
  Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    put(given, "key", key);
    put(given, "ra", ra);
    put(given, "dec", dec);
    put(given, "redshift", redshift);
    put(given, "rv", rv);
    put(given, "name", name);
    return given;
  }

  private static void put(Map<String, String> given, String word, @Nullable String column) {
    if (column != null) {
      given.put(word, column);
    }
  }
}
