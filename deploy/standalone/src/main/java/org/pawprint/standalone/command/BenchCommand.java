package org.pawprint.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pawprint.embedded.Folders;
import org.pawprint.standalone.Standalone;
import org.pawprint.standalone.archive.Claim;
import org.pawprint.standalone.archive.DataFolder;
import org.pawprint.standalone.archive.RunningArchive;
import org.pawprint.standalone.bench.Bench;
import org.pawprint.standalone.fidelity.FidelityCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import tools.jackson.databind.JsonNode;

/** Measures a fresh standalone on this machine. */
@Command(
    name = "bench",
    description =
        "Measures a fresh standalone (durable, fsync on) on this machine; docs/performance.md says how"
            + " to read the figures.")
final class BenchCommand {
  /** Roots of files that are copied, and of files that are read in place. */
  private static final String COPIED = "copied";

  private static final String KEPT = "kept";

  @Mixin private StandaloneOptions where = new StandaloneOptions();

  @Option(
      names = "--seed",
      scope = ScopeType.INHERIT,
      paramLabel = "S",
      defaultValue = "7",
      description = "Seed of the frames.")
  private long seed;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print the result as one JSON object, the last line.")
  private boolean json;

  /** A measurement on a running archive. */
  private interface Measurement {
    Map<String, Object> on(Bench bench) throws IOException;
  }

  @Command(
      name = "latency",
      description = "From the publisher's confirm to the first SSA answer with the row.")
  int latency(
      @Option(
              names = "--frames",
              paramLabel = "N",
              defaultValue = "200",
              description = "Frames with the lane idle (default ${DEFAULT-VALUE}).")
          int frames,
      @Option(
              names = "--busy-frames",
              paramLabel = "N",
              defaultValue = "60",
              description =
                  "Frames at 20 a minute with searches running (default ${DEFAULT-VALUE}).")
          int busy,
      @Option(
              names = "--warm-up",
              paramLabel = "N",
              defaultValue = "20",
              description = "Frames before the measurement (default ${DEFAULT-VALUE}).")
          int warmUp)
      throws IOException {
    return measure("latency", bench -> bench.latency(warmUp, frames, busy, seed));
  }

  @Command(
      name = "ingest",
      description = "A night of frames at once, beside a raw write of the same bytes.")
  int ingest(
      @Option(
              names = "--frames",
              paramLabel = "N",
              defaultValue = "960",
              description = "Frames (default ${DEFAULT-VALUE}).")
          int frames)
      throws IOException {
    return measure("ingest", bench -> bench.ingest(frames, seed));
  }

  @Command(
      name = "fidelity",
      description =
          "Compares wavelength, flux and uncertainty of every spectrum of the files below a folder with"
              + " specutils' reading of them, and the time both take. Needs a Python with specutils.",
      exitCodeListHeading = "Exit codes:%n",
      exitCodeList = {
        "0:every spectrum agrees, or differs for a known reason",
        "1:a difference without a known reason",
        "2:wrong options",
        "3:a file or the Python could not be used"
      })
  int fidelity(
      @Parameters(paramLabel = "DIR", description = "Folder of survey files.") Path folder,
      @Option(
              names = "--python",
              paramLabel = "FILE",
              defaultValue = "/usr/bin/python3",
              description = "Interpreter that has specutils (default ${DEFAULT-VALUE}).")
          Path python)
      throws IOException {
    Progress progress = new Progress(Clock.systemUTC());
    JsonNode report =
        new FidelityCheck(python, (done, all) -> progress.step("files loaded", done, all))
            .run(folder);
    FidelityTable.lines(report).forEach(System.out::println);
    if (json) {
      System.out.println(report);
    }
    return report.path("unexplained").asInt() == 0 ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  @Command(
      name = "backfill",
      description = "One-spectrum files by the backfill lane, beside raw writes of the same bytes.")
  int backfill(
      @Option(
              names = "--files",
              paramLabel = "N",
              defaultValue = "20000",
              description = "Files of 4,000 pixels (default ${DEFAULT-VALUE}).")
          int files,
      @Option(
              names = "--warm-up",
              paramLabel = "N",
              defaultValue = "60000",
              description = "Files before the measurement (default ${DEFAULT-VALUE}).")
          int warmUp,
      @Option(
              names = "--copy",
              description = "Copy originals into the store, as from a root whose files may change.")
          boolean copy)
      throws IOException {
    return measure(
        "backfill",
        bench ->
            bench.backfill(
                warmUp, files, seed, where.data("bench").root().resolve(copy ? COPIED : KEPT)));
  }

  @Command(
      name = "lanes",
      description =
          "Latency of the live lane with the backfill lane idle, with a million files queued in it (2,000"
              + " events of 500), and while it works.")
  int lanes(
      @Option(
              names = "--frames",
              paramLabel = "N",
              defaultValue = "100",
              description = "Live frames of each of the three (default ${DEFAULT-VALUE}).")
          int frames,
      @Option(
              names = "--files",
              paramLabel = "N",
              defaultValue = "20000",
              description = "Files, announced for as many collections as make a million.")
          int files,
      @Option(
              names = "--warm-up",
              paramLabel = "N",
              defaultValue = "20",
              description = "Frames before the measurement (default ${DEFAULT-VALUE}).")
          int warmUp)
      throws IOException {
    return measure(
        "lanes",
        bench ->
            bench.lanes(warmUp, frames, files, seed, where.data("bench").root().resolve(KEPT)));
  }

  @Command(
      name = "query",
      description =
          "Searches over rows made for it: small cones, 10,000 rows in several forms, all rows at once.")
  int query(
      @Option(
              names = "--rows",
              paramLabel = "N",
              split = ",",
              defaultValue = "1000000",
              description =
                  "Rows in the catalogue, several sizes rising (default ${DEFAULT-VALUE}); 10000000 takes"
                      + " ten minutes and 10 GB.")
          List<Long> rows)
      throws IOException {
    return measure(
        "query",
        bench -> bench.query(rows, seed, ServeCommand.DEMO_AUTHORITY, Clock.systemUTC().instant()));
  }

  @Command(
      name = "spectra",
      description =
          "Spectra on their way out: one of 2,048 pixels as FITS and VOTable, with one client and with"
              + " eight; links; many of 4,000 pixels in one request.")
  int spectra(
      @Option(
              names = "--frames",
              paramLabel = "N",
              defaultValue = "6",
              description = "Frames of 2,048 pixels (default ${DEFAULT-VALUE}).")
          int frames,
      @Option(
              names = "--files",
              paramLabel = "N",
              defaultValue = "20000",
              description = "Files of 4,000 pixels (default ${DEFAULT-VALUE}).")
          int files,
      @Option(
              names = "--bulk",
              paramLabel = "N",
              defaultValue = "100000",
              description = "Spectra of one bulk request (default ${DEFAULT-VALUE}).")
          int bulk)
      throws IOException {
    return measure(
        "spectra",
        bench ->
            bench.spectra(frames, files, bulk, seed, where.data("bench").root().resolve(KEPT)));
  }

  private int measure(String name, Measurement measurement) throws IOException {
    try (Claim claim = where.fresh("bench")) {
      return measure(name, measurement, claim.data());
    }
  }

  private int measure(String name, Measurement measurement, DataFolder data) throws IOException {
    Progress progress = new Progress(Clock.systemUTC());
    Files.createDirectories(data.simulated());
    Standalone.Settings settings =
        new Standalone.Settings(
            where.ports(),
            data,
            List.of(data.simulated(), Files.createDirectories(data.root().resolve(COPIED))),
            List.of(Files.createDirectories(data.root().resolve(KEPT))),
            ServeCommand.DEMO_AUTHORITY,
            where.cache(),
            Optional.empty());
    try (Standalone standalone = Standalone.start(settings, progress::say)) {
      RunningArchive archive = new RunningArchive(where.ports(), data);
      Bench bench = new Bench(archive, (what, n) -> progress.step(what, n[0], n[1]));
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("bench", name);
      result.putAll(measurement.on(bench));
      print(result, "");
      if (json) {
        JsonLine.print(result);
      }
      return ExitCode.DONE;
    } finally {
      if (!where.namesData()) {
        Folders.delete(data.root());
      }
    }
  }

  private static void print(Map<?, ?> table, String indent) {
    table.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> nested) {
            System.out.println(indent + name + ":");
            print(nested, indent + "  ");
          } else {
            System.out.println(indent + name + ": " + value);
          }
        });
  }
}
