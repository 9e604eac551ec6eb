package org.pawprint.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pawprint.standalone.archive.EventPublisher;
import org.pawprint.standalone.archive.FileOutcomes;
import org.pawprint.standalone.archive.FilePublication;
import org.pawprint.standalone.archive.RunningArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands files to a running archive. */
@Command(
    name = "publish",
    description =
        "Announces files to a running archive and waits for what becomes of them. A file that no root"
            + " holds is uploaded first.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every file is in the catalogue",
      "1:ended, but something was parked or did not arrive in time",
      "2:wrong options",
      "3:the archive, a file or a port could not be used"
    })
final class PublishCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Mixin private StandaloneOptions where = new StandaloneOptions();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "FITS files.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--collection",
      paramLabel = "C",
      description = "Collection to catalogue them in (default: the survey loader's own).")
  private @Nullable String collection;

  @Option(names = "--json", description = "Print the result as one JSON object, the last line.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw new IOException("cannot read " + file);
      }
    }
    RunningArchive archive = where.running();
    Progress progress = new Progress(Clock.systemUTC());
    FileOutcomes outcomes = new FileOutcomes();
    boolean allEnded = true;
    try (EventPublisher publisher = EventPublisher.connect(archive.broker())) {
      FilePublication publication =
          new FilePublication(archive, publisher, List.of(archive.data().simulated()));
      Map<Path, String> events = new LinkedHashMap<>();
      for (Path file : files) {
        events.put(file, publication.announce(file, Optional.ofNullable(collection)));
      }
      int done = 0;
      for (Map.Entry<Path, String> event : events.entrySet()) {
        Path file = event.getKey();
        if (!publication.await(event.getValue(), file.toString(), PATIENCE, outcomes)) {
          outcomes.parked(file.toString(), "no outcome within " + PATIENCE.toSeconds() + " s");
          allEnded = false;
        }
        progress.step("files", ++done, events.size());
      }
    }
    outcomes.lines().forEach(System.out::println);
    if (json) {
      JsonLine.print(outcomes.asMap());
    }
    return allEnded && !outcomes.hasParked() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }
}
