package org.pawprint.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pawprint.embedded.FreePorts;

/**
 * The processes of a private RabbitMQ node: its server, its port mapper, its {@code rabbitmqctl}.
 * Everything it writes is in one folder and all its ports are on loopback, so that it never meets a
 * node of the machine.
 */
final class RabbitNode {
  private static final Path SCRIPTS = Path.of("/usr/lib/rabbitmq/bin");
  private static final int LIMIT_S = 60;

  private final Path folder;
  private final int amqpPort;
  private final int mapperPort = FreePorts.one();
  private final int distributionPort = FreePorts.one();
  private @Nullable Process server;

  RabbitNode(Path folder, int amqpPort) {
    this.folder = folder;
    this.amqpPort = amqpPort;
    try {
      Files.createDirectories(folder.resolve("home"));
      Files.writeString(
          folder.resolve("rabbitmq.conf"),
          """
          listeners.tcp.1 = 127.0.0.1:%d
          log.console = false
          log.file.level = warning
          """
              .formatted(amqpPort));
      Files.writeString(folder.resolve("environment.conf"), "");
      Files.writeString(folder.resolve("enabled_plugins"), "[].\n");
      copyDefinitions(folder.resolve("definitions.json"));
    } catch (IOException e) {
      throw new UncheckedIOException("files of the RabbitMQ node", e);
    }
  }

  static boolean installed() {
    return Files.isExecutable(SCRIPTS.resolve("rabbitmq-server"));
  }

  /** Returns when the node serves. */
  void start() {
    try {
      ProcessBuilder builder = command(List.of(script("rabbitmq-server")), "server.out");
      Files.deleteIfExists(pidFile());
      server = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("rabbitmq-server", e);
    }
    control("wait", pidFile().toString(), "--timeout", Integer.toString(LIMIT_S));
  }

  /** Returns when the server and its port mapper are gone. */
  void stop() {
    Process running = server;
    if (running == null) {
      return;
    }
    try {
      control("stop", pidFile().toString());
      if (!running.waitFor(LIMIT_S, TimeUnit.SECONDS)) {
        throw new IllegalStateException("RabbitMQ does not stop: " + folder);
      }
      run(List.of("epmd", "-port", Integer.toString(mapperPort), "-kill"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      running.descendants().forEach(ProcessHandle::destroyForcibly);
      running.destroyForcibly();
      server = null;
    }
  }

  boolean running() {
    return server != null;
  }

  void importDefinitions() {
    control("import_definitions", folder.resolve("definitions.json").toString());
  }

  /** Runs one {@code rabbitmqctl} command, half a second each, and fails with what it said. */
  void control(String... words) {
    List<String> command = new ArrayList<>(List.of(script("rabbitmqctl")));
    command.addAll(List.of(words));
    run(command);
  }

  private void run(List<String> words) {
    try {
      Process process = command(words, "control.out").start();
      if (!process.waitFor(LIMIT_S + 10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("no end of " + words);
      }
      if (process.exitValue() != 0) {
        String said = Files.readString(folder.resolve("control.out"), StandardCharsets.UTF_8);
        throw new IllegalStateException(words + " ended with " + process.exitValue() + ": " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(String.join(" ", words), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in " + words, e);
    }
  }

  private ProcessBuilder command(List<String> words, String output) {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(output).toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("RABBITMQ") || name.startsWith("ERL_"));
    environment.put("HOME", folder.resolve("home").toString());
    environment.put("RABBITMQ_NODENAME", "pawprint" + amqpPort + "@localhost");
    environment.put("RABBITMQ_CONF_ENV_FILE", folder.resolve("environment.conf").toString());
    environment.put("RABBITMQ_CONFIG_FILE", folder.resolve("rabbitmq.conf").toString());
    environment.put("RABBITMQ_ENABLED_PLUGINS_FILE", folder.resolve("enabled_plugins").toString());
    environment.put("RABBITMQ_MNESIA_BASE", folder.resolve("mnesia").toString());
    environment.put("RABBITMQ_LOG_BASE", folder.resolve("log").toString());
    environment.put("RABBITMQ_PID_FILE", pidFile().toString());
    environment.put("RABBITMQ_DIST_PORT", Integer.toString(distributionPort));
    environment.put(
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1}");
    environment.put("ERL_EPMD_PORT", Integer.toString(mapperPort));
    environment.put("ERL_EPMD_ADDRESS", "127.0.0.1");
    return builder;
  }

  private Path pidFile() {
    return folder.resolve("pid");
  }

  private static String script(String name) {
    return SCRIPTS.resolve(name).toString();
  }

  private static void copyDefinitions(Path target) throws IOException {
    try (InputStream resource = RabbitNode.class.getResourceAsStream("definitions.json")) {
      Files.copy(Objects.requireNonNull(resource, "definitions.json"), target);
    }
  }
}
