package org.pawprint.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pawprint.standalone.Standalone;
import org.pawprint.standalone.archive.Claim;
import org.pawprint.standalone.archive.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The archive on one machine, with durable data and no demo data. */
@Command(
    name = "serve",
    description =
        "Runs the archive with durable, password-protected data under --data; survives restarts and"
            + " kill -9.")
final class ServeCommand implements Callable<Integer> {
  static final String DEMO_AUTHORITY = "pawprint.demo";

  @Mixin private StandaloneOptions where = new StandaloneOptions();

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "Folder that publishers' files may come from; may be repeated.")
  private List<Path> roots = new ArrayList<>();

  @Option(
      names = "--immutable-root",
      paramLabel = "DIR",
      description =
          "Folder of files that never change, such as a survey's release: originals are read there and"
              + " not copied; may be repeated.")
  private List<Path> immutableRoots = new ArrayList<>();

  @Option(
      names = "--authority",
      paramLabel = "NAME",
      defaultValue = DEMO_AUTHORITY,
      description =
          "IVOA authority of the identifiers, fixed at the first start (default ${DEFAULT-VALUE}).")
  private String authority = DEMO_AUTHORITY;

  @Option(
      names = "--mappings",
      paramLabel = "DIR",
      description = "Folder of YAML files that declare more surveys (docs/mappings.md).")
  private @Nullable Path mappings;

  @Override
  public Integer call() throws IOException {
    Optional<Path> declared = Optional.ofNullable(mappings).map(Path::toAbsolutePath);
    // Here, because the service that reads them would only say that it did not start.
    DeclaredSurveys.with(declared);
    try (Claim claim = Claim.of(where.data("serve"), where.ports())) {
      return run(claim.data(), declared);
    }
  }

  private int run(DataFolder data, Optional<Path> declared) throws IOException {
    Progress progress = new Progress(Clock.systemUTC());
    List<Path> all = new ArrayList<>(roots.stream().map(Path::toAbsolutePath).toList());
    all.add(data.simulated());
    Standalone.Settings settings =
        new Standalone.Settings(
            where.ports(),
            data,
            all,
            immutableRoots.stream().map(Path::toAbsolutePath).toList(),
            authority,
            where.cache(),
            declared);
    try (Standalone standalone = Standalone.start(settings, progress::say)) {
      progress.say(
          "serving SSA at %s/vo/ssa/query; data in %s"
              .formatted(where.ports().uri(where.ports().ssa()), data.root()));
      Termination.await();
      progress.say("stopping");
      return ExitCode.DONE;
    }
  }
}
