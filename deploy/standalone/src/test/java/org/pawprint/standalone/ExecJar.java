package org.pawprint.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pawprint.catalogue.CatalogueServiceApplication;
import org.pawprint.datalink.DatalinkApplication;
import org.pawprint.listener.ReductionListenerApplication;
import org.pawprint.ssa.SsaApiApplication;

/**
 * The executable jar of each service. The build says where it is in the system property {@code
 * pawprint.exec.<name>}.
 */
enum ExecJar {
  LISTENER(ReductionListenerApplication.class, ReductionListenerApplication.NAME),
  CATALOGUE(CatalogueServiceApplication.class, CatalogueServiceApplication.NAME),
  SSA(SsaApiApplication.class, SsaApiApplication.NAME),
  DATALINK(DatalinkApplication.class, DatalinkApplication.NAME);

  private final Class<?> application;
  private final String serviceName;

  ExecJar(Class<?> application, String serviceName) {
    this.application = application;
    this.serviceName = serviceName;
  }

  Class<?> application() {
    return application;
  }

  String serviceName() {
    return serviceName;
  }

  /** Its part of variable names, as in {@code PAWPRINT_SSA_PORT}. */
  String word() {
    return name().toUpperCase(Locale.ROOT);
  }

  Path file() {
    String property = "pawprint.exec." + serviceName;
    String value = System.getProperty(property);
    if (value == null || !Files.isRegularFile(Path.of(value))) {
      throw new IllegalStateException(property + " is '" + value + "', not a jar; package first");
    }
    return Path.of(value);
  }

  /** Runs the jar as operators do, with no setting but these variables. */
  Process run(Map<String, ?> variables, Path output, String... arguments) {
    List<String> command = new ArrayList<>(List.of(java(), "-Xmx256m", "-jar", file().toString()));
    command.addAll(List.of(arguments));
    return start(command, variables, output);
  }

  /** Starts a command whose environment has these variables and none of ours. */
  static Process start(List<String> command, Map<String, ?> variables, Path output) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().keySet().removeIf(name -> name.matches("(PAWPRINT|SPRING|SERVER)_.*"));
    variables.forEach((name, value) -> builder.environment().put(name, value.toString()));
    try {
      Files.createDirectories(output.toAbsolutePath().getParent());
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(String.join(" ", command), e);
    }
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
