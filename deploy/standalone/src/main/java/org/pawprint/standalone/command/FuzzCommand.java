package org.pawprint.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.SurveyLoaders;
import org.pawprint.standalone.fuzz.FailureFolder;
import org.pawprint.standalone.fuzz.FuzzFailure;
import org.pawprint.standalone.fuzz.FuzzFixtures;
import org.pawprint.standalone.fuzz.FuzzLimits;
import org.pawprint.standalone.fuzz.FuzzReport;
import org.pawprint.standalone.fuzz.FuzzRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Hostile input on purpose. */
@Command(
    name = "fuzz",
    description = "Gives the archive's readers damaged input and reports what they do not bear.")
final class FuzzCommand {

  @Command(
      name = "fits",
      description =
          "Damages survey files, FITS and VOTable, and reads each as the archive would. A file is read or refused; any"
              + " other exception, more than 2 s of work or more memory than allowed is a failure. Each"
              + " failure is kept as a file with a description beside it.",
      exitCodeListHeading = "Exit codes:%n",
      exitCodeList = {
        "0:every file was read or refused",
        "1:some were not",
        "2:wrong options",
        "3:a file could not be used"
      })
  int fits(
      @Option(
              names = "--n",
              paramLabel = "N",
              defaultValue = "5000",
              description = "Damaged files (default ${DEFAULT-VALUE}).")
          long count,
      @Option(
              names = "--seed",
              paramLabel = "S",
              defaultValue = "1",
              description = "Seed; the same seed and files give the same damage (default 1).")
          long seed,
      @Option(
              names = "--case",
              paramLabel = "I",
              description = "Only the case of this number, as a failure names it.")
          @Nullable Long only,
      @Option(
              names = "--threads",
              paramLabel = "T",
              description = "Files read at a time (default: one per processor).")
          @Nullable Integer threads,
      @Option(
              names = "--fixtures",
              paramLabel = "DIR",
              description =
                  "Damage the FITS files and VOTables below this folder (default: those of all surveys"
                      + " that come with Pawprint).")
          @Nullable Path folder,
      @Option(
              names = "--max-mb",
              paramLabel = "MB",
              defaultValue = "256",
              description = "Most that reading one file may allocate (default ${DEFAULT-VALUE}).")
          long megabytes,
      @Option(
              names = "--out",
              paramLabel = "DIR",
              defaultValue = "pawprint-data/fuzz",
              description = "Where failures are kept (default ${DEFAULT-VALUE}).")
          Path out,
      @Option(names = "--json", description = "Print the result as one JSON object, the last line.")
          boolean json)
      throws IOException, InterruptedException {
    int workers = threads != null ? threads : Runtime.getRuntime().availableProcessors();
    if (count < 1 || workers < 1 || megabytes < 1) {
      throw new IOException("--n, --threads and --max-mb must be above zero");
    }
    FuzzFixtures fixtures = folder != null ? FuzzFixtures.below(folder) : FuzzFixtures.bundled();
    Progress progress = new Progress(Clock.systemUTC());
    long first = only != null ? only : 0;
    long all = only != null ? 1 : count;
    long began = System.nanoTime();
    FuzzReport report =
        new FuzzRun(fixtures, seed, new SurveyLoaders(), FuzzLimits.ofMegabytes(megabytes))
            .run(first, all, workers, done -> progress.step("damaged files", done, all));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("n", report.done());
    result.put("seed", seed);
    result.put("fixtures", fixtures.count());
    result.put("seconds", (System.nanoTime() - began) / 1_000_000_000);
    result.putAll(report.asMap());
    FailureFolder failures = new FailureFolder(out, seed);
    for (FuzzFailure failure : report.failures()) {
      Path kept = failures.save(failure);
      System.out.println(failure.kind() + ": " + failure.what());
      System.out.println("  " + failure.subject());
      System.out.println("  kept as " + kept);
    }
    tell(result, report);
    if (json) {
      JsonLine.print(result);
    }
    return report.failures().isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private static void tell(Map<String, Object> result, FuzzReport report) {
    System.out.printf(
        "%s damaged files of %s, seed %s: %s; slowest %s ms, most memory %s MB, failures %d%n",
        result.get("n"),
        result.get("fixtures"),
        result.get("seed"),
        result.get("outcomes"),
        result.get("slowest_ms"),
        result.get("most_allocated_mb"),
        report.failures().size());
  }
}
