package org.pawprint.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

/** deploy/compose speaks of variables, ports and files that exist. */
class ComposeTest {
  private static final Path FOLDER = Path.of("..", "compose");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(PAWPRINT_[A-Z_]+)");

  private static final Map<String, Map<String, Object>> SERVICES = services();

  @ParameterizedTest
  @EnumSource
  void givesServiceOnlyVariablesThatItReads(ExecJar service) throws IOException {
    assertThat(variablesRead(service)).containsAll(environment(service.serviceName()).keySet());
  }

  @ParameterizedTest
  @EnumSource
  void leavesNoSecretOrAddressToItsDefault(ExecJar service) throws IOException {
    List<String> needed =
        variablesRead(service).stream()
            .filter(name -> name.matches(".*(_PASSWORD|_TOKEN|_HOST|_URL|_BASE|_ROOTS|_BIND)"))
            // Management stays on the container's loopback, where its health is asked for.
            .filter(name -> !name.equals("PAWPRINT_MANAGEMENT_BIND"))
            .toList();
    assertThat(environment(service.serviceName())).containsKeys(needed.toArray(new String[0]));
  }

  /** The variables that MigrateStep documents. */
  @Test
  void givesMigrationItsVariables() {
    assertThat(environment("migrate"))
        .containsOnlyKeys("PAWPRINT_DB_URL", "PAWPRINT_OWNER_DB_PASSWORD", "PAWPRINT_AUTHORITY");
  }

  @Test
  void publishesTheTwoPublicPortsOnLoopbackOnly() {
    List<Object> ports =
        SERVICES.values().stream()
            .flatMap(service -> ((List<?>) service.getOrDefault("ports", List.of())).stream())
            .map(Object.class::cast)
            .toList();
    assertThat(ports).containsExactlyInAnyOrder("127.0.0.1:8080:8080", "127.0.0.1:8081:8081");
  }

  @ParameterizedTest
  @EnumSource
  void asksForHealthOnTheManagementPortOfTheService(ExecJar service) throws IOException {
    Matcher port =
        Pattern.compile("PAWPRINT_" + service.word() + "_MANAGEMENT_PORT:(\\d+)")
            .matcher(settings(service));
    assertThat(port.find()).isTrue();
    Map<String, Object> health = map(service(service.serviceName()).get("healthcheck"));
    assertThat(String.valueOf(health.get("test"))).contains("/127.0.0.1/" + port.group(1) + " ");
  }

  @Test
  void mountsFilesThatExistOrThatItsScriptMakes() {
    Set<String> missing =
        SERVICES.values().stream()
            .flatMap(service -> ((List<?>) service.getOrDefault("volumes", List.of())).stream())
            .map(mount -> mount.toString().split(":", -1)[0])
            .filter(source -> source.startsWith("."))
            .filter(source -> !Files.exists(FOLDER.resolve(source)))
            .collect(Collectors.toSet());
    missing.remove("./secrets/users.json");
    assertThat(missing).isEmpty();
    assertThat(FOLDER.resolve("make-env.sh")).content().contains("secrets/users.json");
  }

  @Test
  void scriptMakesEveryValueThatComposeInsistsOn() throws IOException {
    String compose = Files.readString(FOLDER.resolve("compose.yaml"));
    Set<String> insisted = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\$\\{([A-Z_]+):\\?").matcher(compose);
    while (matcher.find()) {
      insisted.add(matcher.group(1));
    }
    assertThat(insisted).hasSizeGreaterThan(5);
    assertThat(FOLDER.resolve("make-env.sh")).content().contains(insisted);
  }

  private static Set<String> variablesRead(ExecJar service) throws IOException {
    Set<String> read = new TreeSet<>();
    Matcher matcher = VARIABLE.matcher(settings(service));
    while (matcher.find()) {
      read.add(matcher.group(1));
    }
    return read;
  }

  private static String settings(ExecJar service) throws IOException {
    String file = "/" + service.serviceName() + ".yaml";
    try (InputStream settings = service.application().getResourceAsStream(file)) {
      return new String(
          Objects.requireNonNull(settings, file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Map<String, Object> environment(String service) {
    return map(service(service).getOrDefault("environment", Map.of()));
  }

  private static Map<String, Object> service(String name) {
    return Objects.requireNonNull(SERVICES.get(name), name);
  }

  private static Map<String, Map<String, Object>> services() {
    try (Stream<String> lines = Files.lines(FOLDER.resolve("compose.yaml"))) {
      Map<String, Object> all = map(new Yaml().load(lines.collect(Collectors.joining("\n"))));
      return map(all.get("services")).entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> map(entry.getValue())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object yaml) {
    return (Map<String, Object>) Objects.requireNonNull(yaml, "missing in compose.yaml");
  }
}
