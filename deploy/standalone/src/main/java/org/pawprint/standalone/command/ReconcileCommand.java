package org.pawprint.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pawprint.standalone.archive.RunningArchive;
import org.pawprint.standalone.reconcile.Comparison;
import org.pawprint.standalone.reconcile.GapRequests;
import org.pawprint.standalone.reconcile.HeldReductions;
import org.pawprint.standalone.reconcile.Manifest;
import org.pawprint.standalone.reconcile.ManifestEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares a publisher's list with the catalogue. */
@Command(
    name = "reconcile",
    description =
        "Compares a publisher's list of reductions with the catalogue, by count, version and"
            + " checksum, and requests again what is missing or differs. The list is lines of JSON"
            + " objects, or CSV with names first: collection, reduction_id, version, sha256, file, time,"
            + " data_rights, release_date.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:list and catalogue agree",
      "1:they do not; what could be requested was, so compare again",
      "2:wrong options",
      "3:the archive or the list could not be used"
    })
final class ReconcileCommand implements Callable<Integer> {
  @Mixin private StandaloneOptions where = new StandaloneOptions();

  @Parameters(paramLabel = "MANIFEST", description = "The publisher's list.")
  @SuppressWarnings("NullAway.Init")
  private Path manifest;

  @Option(
      names = "--source",
      paramLabel = "URI",
      description = "The publisher's CloudEvents source: only its reductions are compared.")
  private @Nullable String source;

  @Option(names = "--dry-run", description = "Compare, and request nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print the result as one JSON object, the last line.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    List<ManifestEntry> listed = Manifest.read(manifest);
    RunningArchive archive = where.running();
    Optional<String> publisher = Optional.ofNullable(source);
    TreeSet<String> collections =
        listed.stream()
            .map(ManifestEntry::collection)
            .collect(Collectors.toCollection(TreeSet::new));
    Comparison comparison =
        new Comparison(listed, new HeldReductions(archive).of(collections, publisher));
    comparison.lines().forEach(System.out::println);
    Map<String, Object> result = comparison.asMap();
    if (!dryRun) {
      GapRequests requests = new GapRequests(archive, publisher);
      requests.request(comparison.gaps());
      if (!comparison.gaps().isEmpty()) {
        requests.lines().forEach(System.out::println);
      }
      result.putAll(requests.asMap());
    }
    if (json) {
      JsonLine.print(result);
    }
    return comparison.agrees() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }
}
