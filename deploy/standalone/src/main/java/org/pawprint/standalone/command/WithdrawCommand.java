package org.pawprint.standalone.command;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pawprint.standalone.archive.RunningArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Takes spectra back for good. */
@Command(
    name = "withdraw",
    description =
        "Withdraws spectra for good: searches, products and originals are gone, their names answer"
            + " that they were withdrawn and why, partners are told. Give names (a name without"
            + " version means all versions), or --collection with --reduction, or --collection"
            + " with --whole-release.")
final class WithdrawCommand implements Callable<Integer> {
  @Mixin private StandaloneOptions where = new StandaloneOptions();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(paramLabel = "DID", description = "Names of spectra, ivo://…")
  private List<String> dids = new ArrayList<>();

  @Option(names = "--collection", paramLabel = "C", description = "Collection.")
  private @Nullable String collection;

  @Option(names = "--reduction", paramLabel = "ID", description = "The publisher's reduction id.")
  private @Nullable String reduction;

  @Option(
      names = "--source",
      paramLabel = "URI",
      description = "Only of this publisher, where two use one reduction id.")
  private @Nullable String source;

  @Option(names = "--whole-release", description = "Everything in the collection.")
  private boolean wholeRelease;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "What those read who hold the name of a spectrum.")
  @SuppressWarnings("NullAway.Init")
  private String reason;

  @Option(names = "--dry-run", description = "Only count.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print the result as one JSON object, the last line.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    RunningArchive archive = where.running();
    Progress progress = new Progress(Clock.systemUTC());
    long withdrawn = 0;
    for (Map<String, Object> order : orders()) {
      withdrawn += follow(archive, order, progress);
    }
    System.out.println(withdrawn + (dryRun ? " spectra would be withdrawn" : " spectra withdrawn"));
    if (json) {
      JsonLine.print(Map.of(dryRun ? "would_withdraw" : "withdrawn", withdrawn));
    }
    return ExitCode.DONE;
  }

  private long follow(RunningArchive archive, Map<String, Object> order, Progress progress)
      throws IOException {
    long withdrawn = 0;
    while (true) {
      JsonNode answer = archive.cataloguePost("/ops/withdrawals", order);
      long left = answer.path("left").asLong();
      withdrawn += answer.path("withdrawn").asLong();
      if (dryRun) {
        return left;
      }
      if (left == 0) {
        return withdrawn;
      }
      progress.step("spectra", withdrawn, withdrawn + left);
    }
  }

  private List<Map<String, Object>> orders() {
    boolean byReduction = collection != null && reduction != null && !wholeRelease;
    boolean byRelease = collection != null && reduction == null && wholeRelease;
    if (dids.isEmpty()
        ? !byReduction && !byRelease
        : collection != null || reduction != null || wholeRelease) {
      throw new ParameterException(
          spec.commandLine(),
          "give names of spectra, or --collection with --reduction, or --collection with"
              + " --whole-release");
    }
    if (dids.isEmpty()) {
      return List.of(order("collection", collection, "reduction", reduction, "source", source));
    }
    return dids.stream().map(did -> order("did", did)).toList();
  }

  private Map<String, Object> order(@Nullable String... namesAndValues) {
    Map<String, Object> order = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String value = namesAndValues[i + 1];
      if (value != null) {
        order.put(String.valueOf(namesAndValues[i]), value);
      }
    }
    order.put("reason", reason);
    order.put("dry", dryRun);
    return order;
  }
}
