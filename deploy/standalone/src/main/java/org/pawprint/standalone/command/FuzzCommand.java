package org.pawprint.standalone.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pawprint.catalogue.survey.SurveyLoaders;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.embedded.Folders;
import org.pawprint.standalone.Standalone;
import org.pawprint.standalone.archive.Claim;
import org.pawprint.standalone.archive.DataFolder;
import org.pawprint.standalone.archive.RunningArchive;
import org.pawprint.standalone.fuzz.FailureFolder;
import org.pawprint.standalone.fuzz.FuzzFailure;
import org.pawprint.standalone.fuzz.FuzzFixtures;
import org.pawprint.standalone.fuzz.FuzzLimits;
import org.pawprint.standalone.fuzz.FuzzReport;
import org.pawprint.standalone.fuzz.FuzzRun;
import org.pawprint.standalone.httpfuzz.HttpFuzz;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Command(
      name = "http",
      description =
          "Starts an archive with a few frames and sends its public services hostile requests. Each is"
              + " answered, or refused in the form of its protocol with the parameter named; a status of"
              + " 500, a stack trace, an answer that does not end or a row too few is a failure.",
      exitCodeListHeading = "Exit codes:%n",
      exitCodeList = {
        "0:every request was answered or refused as it should be",
        "1:some were not",
        "2:wrong options",
        "3:the archive could not be started"
      })
  int http(
      @Mixin StandaloneOptions where,
      @Option(
              names = "--n",
              paramLabel = "N",
              defaultValue = "5000",
              description = "Requests (default ${DEFAULT-VALUE}).")
          long count,
      @Option(
              names = "--seed",
              paramLabel = "S",
              defaultValue = "1",
              description = "Seed; the same seed gives the same requests (default 1).")
          long seed,
      @Option(
              names = "--case",
              paramLabel = "I",
              description = "Only the request of this number, as a failure names it.")
          @Nullable Long only,
      @Option(names = "--json", description = "Print the result as one JSON object, the last line.")
          boolean json)
      throws IOException {
    if (count < 1) {
      throw new IOException("--n must be above zero");
    }
    try (Claim claim = where.fresh("fuzz-http")) {
      return http(where, claim.data(), new HttpRun(count, seed, Optional.ofNullable(only), json));
    }
  }

  /** What the options of {@code fuzz http} ask for. */
  private record HttpRun(long count, long seed, Optional<Long> only, boolean json) {}

  private static int http(StandaloneOptions where, DataFolder data, HttpRun wanted)
      throws IOException {
    Progress progress = new Progress(Clock.systemUTC());
    List<Path> roots = List.of(Files.createDirectories(data.simulated()));
    Standalone.Settings settings =
        new Standalone.Settings(
            where.ports(), data, roots, ServeCommand.DEMO_AUTHORITY, where.cache());
    try (Standalone standalone = Standalone.start(settings, progress::say)) {
      RunningArchive archive = new RunningArchive(where.ports(), data);
      new DemoJob(archive, roots, progress)
          .run(BundledFrames.unpack(data.root()), 2, wanted.seed());
      ArchiveRows before = ArchiveRows.of(archive);
      long all = wanted.only().isPresent() ? 1 : wanted.count();
      HttpFuzz.Report report =
          new HttpFuzz(where.ports(), wanted.seed(), before.did())
              .run(
                  wanted.only().orElse(0L),
                  all,
                  done -> progress.step("hostile requests", done, all));
      boolean same = before.equals(ArchiveRows.of(archive));
      report.failures().forEach(FuzzCommand::tell);
      Map<String, Object> result = new LinkedHashMap<>(report.asMap());
      result.put("seed", wanted.seed());
      result.put("rows_as_before", same);
      System.out.println(result);
      if (wanted.json()) {
        JsonLine.print(result);
      }
      return report.failed() == 0 && same ? ExitCode.DONE : ExitCode.INCOMPLETE;
    } finally {
      if (!where.namesData()) {
        Folders.delete(data.root());
      }
    }
  }

  private static void tell(HttpFuzz.Failure failure) {
    System.out.println("request " + failure.number() + ": " + failure.what());
    System.out.println("  " + failure.request());
    System.out.println("  " + failure.answer());
  }

  /** What a search without constraints finds: a spectrum, and all rows as a digest. */
  private record ArchiveRows(String did, Sha256 rows) {
    static ArchiveRows of(RunningArchive archive) throws IOException {
      String csv =
          archive.search(
              Map.of("REQUEST", "queryData", "RESPONSEFORMAT", "csv", "MAXREC", "1000000"));
      Matcher did = Pattern.compile("ivo://[^,\"]+").matcher(csv);
      if (!did.find()) {
        throw new IOException("the archive has no spectrum");
      }
      return new ArchiveRows(did.group(), Sha256.of(csv.getBytes(StandardCharsets.UTF_8)));
    }
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
