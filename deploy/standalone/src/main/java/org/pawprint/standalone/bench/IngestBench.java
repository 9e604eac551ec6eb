package org.pawprint.standalone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.pawprint.core.event.Lane;
import org.pawprint.standalone.archive.EventPublisher;
import org.pawprint.standalone.archive.RunningArchive;
import org.pawprint.standalone.simulate.ReductionAnnouncement;
import org.pawprint.standalone.simulate.SimulatedReduction;
import tools.jackson.databind.JsonNode;

/**
 * A night's reductions announced at once: seconds from the first event to the last queryable row.
 */
final class IngestBench {
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private final RunningArchive archive;
  private final BiConsumer<String, long[]> progress;

  IngestBench(RunningArchive archive, BiConsumer<String, long[]> progress) {
    this.archive = archive;
    this.progress = progress;
  }

  Map<String, Object> run(List<SimulatedReduction> frames) throws IOException {
    long bytes = frames.stream().mapToLong(SimulatedReduction::bytes).sum();
    long spectra = frames.stream().mapToLong(SimulatedReduction::spectra).sum();
    // Originals once and segments once: about the same bytes each.
    double raw =
        RawWrite.seconds(
            archive.data().root().resolve("raw"),
            Files.readAllBytes(frames.get(0).file()),
            2 * frames.size(),
            1);
    Map<String, Object> result = new LinkedHashMap<>();
    try (ProcessMemory memory = new ProcessMemory()) {
      long began = System.nanoTime();
      announce(frames);
      awaitAll(frames.size());
      double seconds = (System.nanoTime() - began) / 1e9;
      ProcessMemory.Summary used = memory.summary();
      result.put("frames", frames.size());
      result.put("spectra", spectra);
      result.put("gigabytes_in", Math.rint(bytes / 1e8) / 10);
      result.put("seconds", Math.rint(seconds * 10) / 10);
      result.put("raw_write_seconds", Math.rint(raw * 10) / 10);
      result.put("ratio", Math.rint(seconds / raw * 100) / 100);
      result.put("spectra_per_s", Math.round(spectra / seconds));
      result.put("memory_max_mb", used.maxMb());
      result.put("memory_first_quarter_mb", used.firstQuarterMb());
      result.put("memory_last_quarter_mb", used.lastQuarterMb());
    }
    return result;
  }

  private void announce(List<SimulatedReduction> frames) throws IOException {
    try (EventPublisher publisher = EventPublisher.connect(archive.broker())) {
      for (SimulatedReduction frame : frames) {
        ReductionAnnouncement announcement = ReductionAnnouncement.of(frame);
        publisher.publish(Lane.LIVE, announcement.id(), announcement.json());
      }
    }
  }

  private void awaitAll(int frames) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      JsonNode counts = archive.ops("/ops/status").path("events");
      long done = count(counts, "catalogued");
      progress.accept("frames catalogued", new long[] {done, frames});
      if (count(counts, "parked") > 0) {
        throw new IOException("frames were parked: " + counts);
      }
      if (done >= frames) {
        return;
      }
      sleep();
    }
    throw new IOException("not all frames were catalogued within " + PATIENCE);
  }

  private static long count(JsonNode counts, String state) {
    for (JsonNode count : counts) {
      if (count.path("state").asString().equals(state)) {
        return count.path("events").asLong();
      }
    }
    return 0;
  }

  private static void sleep() throws IOException {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
