package org.pawprint.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pawprint.core.event.Lane;
import org.pawprint.standalone.archive.EventPublisher;
import org.pawprint.standalone.archive.RunningArchive;
import org.pawprint.standalone.simulate.Arm;
import org.pawprint.standalone.simulate.FieldSimulator;
import org.pawprint.standalone.simulate.FrameWriter;
import org.pawprint.standalone.simulate.ReductionAnnouncement;
import org.pawprint.standalone.simulate.SimulatedReduction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A night at the telescope, at any speed. */
@Command(
    name = "simulate",
    description =
        "Writes full 400-fibre 2dfdr frames, both arms of each field, and announces them to a running"
            + " archive as PAWS would.")
final class SimulateCommand implements Callable<Integer> {
  @Mixin private StandaloneOptions where = new StandaloneOptions();

  @Option(
      names = "--frames",
      paramLabel = "N",
      defaultValue = "2",
      description = "Frames, two a field (default ${DEFAULT-VALUE}).")
  private int frames;

  @Option(
      names = "--rate",
      paramLabel = "PER_MINUTE",
      defaultValue = "20",
      description = "Frames a minute; PAWS makes 20 (default ${DEFAULT-VALUE}).")
  private double rate;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "2",
      description = "Seed; the same seed gives the same bytes (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--unsubtracted",
      description = "Add the RWSS extension, the frame before sky subtraction.")
  private boolean unsubtracted;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Only write the frames into this folder and announce nothing.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print the result as one JSON object, the last line.")
  private boolean json;

  /** Frames that the archive had been told of before. */
  private int already;

  @Override
  public Integer call() throws IOException {
    if (!(rate > 0) || frames < 1) {
      throw new IOException("--rate and --frames must be above zero");
    }
    Progress progress = new Progress(Clock.systemUTC());
    long bytes = out != null ? writeOnly(out, progress) : announceAll(progress);
    if (already > 0) {
      System.out.printf(
          "%d of %d frames had been announced before: the same seed makes the same frames, and"
              + " announced again they change nothing. New ones: --seed %d%n",
          already, frames, seed + 1);
    }
    if (json) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("frames", frames);
      result.put("already", already);
      result.put("bytes", bytes);
      result.put("seed", seed);
      JsonLine.print(result);
    }
    return ExitCode.DONE;
  }

  private long writeOnly(Path folder, Progress progress) throws IOException {
    FieldSimulator simulator = new FieldSimulator(seed);
    FrameWriter writer = new FrameWriter(unsubtracted);
    long bytes = 0;
    for (int i = 0; i < frames; i++) {
      SimulatedReduction frame =
          writer.write(simulator.field(i / 2), Arm.values()[i % 2], folder.toAbsolutePath());
      bytes += frame.bytes();
      System.out.println(frame.file());
      progress.step("frames written", i + 1, frames);
    }
    return bytes;
  }

  private static boolean isKnown(RunningArchive archive, ReductionAnnouncement announcement)
      throws IOException {
    String source = RunningArchive.encode(ReductionAnnouncement.SOURCE);
    return !archive
        .ops("/ops/ledger?limit=1&source=" + source + "&id=" + announcement.id())
        .path("entries")
        .isEmpty();
  }

  private long announceAll(Progress progress) throws IOException {
    RunningArchive archive = where.running();
    FieldSimulator simulator = new FieldSimulator(seed);
    FrameWriter writer = new FrameWriter(unsubtracted);
    Duration interval = Duration.ofNanos((long) (60e9 / rate));
    long bytes = 0;
    try (EventPublisher publisher = EventPublisher.connect(archive.broker())) {
      long next = System.nanoTime();
      for (int i = 0; i < frames; i++) {
        SimulatedReduction frame =
            writer.write(simulator.field(i / 2), Arm.values()[i % 2], archive.data().simulated());
        bytes += frame.bytes();
        TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        ReductionAnnouncement announcement = ReductionAnnouncement.of(frame);
        if (isKnown(archive, announcement)) {
          already++;
        }
        publisher.publish(Lane.LIVE, announcement.id(), announcement.json());
        next += interval.toNanos();
        progress.step("frames announced", i + 1, frames);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return bytes;
  }
}
