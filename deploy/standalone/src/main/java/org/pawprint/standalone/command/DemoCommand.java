package org.pawprint.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pawprint.standalone.Standalone;
import org.pawprint.standalone.archive.Claim;
import org.pawprint.standalone.archive.DataFolder;
import org.pawprint.standalone.archive.RunningArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole archive on one machine, with real and simulated reductions in it. */
@Command(
    name = "demo",
    description =
        "Starts everything in one process, announces the bundled real 2dF frames, a simulated cube and"
            + " simulated full fields, waits until their spectra can be searched, and stays up.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:ended, but something was parked or did not arrive in time",
      "2:wrong options",
      "3:the archive, a file or a port could not be used"
    })
final class DemoCommand implements Callable<Integer> {
  @Mixin private StandaloneOptions where = new StandaloneOptions();

  @Option(names = "--once", description = "End after the job instead of staying up.")
  private boolean once;

  @Option(names = "--json", description = "Print the result as one JSON object, the last line.")
  private boolean json;

  @Option(
      names = "--samples",
      paramLabel = "DIR",
      description = "Announce the FITS files below this folder instead of the bundled frames.")
  private @Nullable Path samples;

  @Option(
      names = "--frames",
      paramLabel = "N",
      defaultValue = "8",
      description = "Simulated frames, two arms a field (default ${DEFAULT-VALUE}).")
  private int frames;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the simulation (default ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() throws IOException {
    if (frames < 0) {
      throw new IOException("--frames: '" + frames + "', expected 0 or more");
    }
    long began = System.nanoTime();
    try (Claim claim = where.fresh("demo")) {
      return run(claim.data(), began);
    }
  }

  private int run(DataFolder data, long began) throws IOException {
    Progress progress = new Progress(Clock.systemUTC());
    Path real = samples != null ? samples.toAbsolutePath() : BundledFrames.unpack(data.root());
    List<Path> roots = List.of(real, data.simulated());
    Files.createDirectories(data.simulated());
    Standalone.Settings settings =
        new Standalone.Settings(
            where.ports(), data, roots, ServeCommand.DEMO_AUTHORITY, where.cache());
    try (Standalone standalone = Standalone.start(settings, progress::say)) {
      double startup = seconds(began);
      progress.say("everything is up after %.1f s".formatted(startup));
      DemoJob job = new DemoJob(new RunningArchive(where.ports(), data), roots, progress);
      DemoJob.Result result = job.run(real, frames, seed);
      report(result, startup);
      if (!once) {
        stayUp(result, progress);
      }
      return result.complete() ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }
  }

  private static double seconds(long since) {
    return Math.rint((System.nanoTime() - since) / 1e8) / 10;
  }

  private void report(DemoJob.Result result, double startup) {
    List<String> lines = new ArrayList<>(result.files().lines());
    lines.add(
        "%d reductions, %d spectra and %d cube in the catalogue"
            .formatted(result.reductions(), result.spectra(), result.cubes()));
    lines.add(
        "from the broker's confirm to the first SSA answer with the row: median %.0f ms, 99 %% %.0f ms"
            .formatted(result.latency().p50(), result.latency().p99()));
    lines.forEach(System.out::println);
    if (json) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("reductions", result.reductions());
      object.put("spectra", result.spectra());
      object.put("cubes", result.cubes());
      object.put("startup_s", startup);
      object.put("event_to_queryable_ms", result.latency().asMap());
      object.put("files", result.files().asMap());
      JsonLine.print(object);
    }
  }

  private void stayUp(DemoJob.Result result, Progress progress) throws IOException {
    System.out.println();
    WhatToTry.lines(where.ports(), where.words(), result.example(), result.cube())
        .forEach(System.out::println);
    Termination.await();
    progress.say("stopping");
  }
}
