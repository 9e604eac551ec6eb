package org.pawprint.standalone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.pawprint.core.event.Lane;
import org.pawprint.standalone.archive.EventPublisher;
import org.pawprint.standalone.archive.Quantiles;
import org.pawprint.standalone.archive.RunningArchive;
import org.pawprint.standalone.backfill.BackfillEvent;
import org.pawprint.standalone.backfill.BackfillEvent.Product;
import org.pawprint.standalone.simulate.OneSpectrumFiles;
import org.pawprint.standalone.simulate.SimulatedReduction;
import tools.jackson.databind.JsonNode;

/**
 * Whether fresh reductions feel the archive behind them: live frames one after another while the
 * backfill lane is empty, while it is full and paused, and while it works through that at full
 * speed. The same files are announced for many collections, and are new in each.
 */
final class LanesBench {
  private static final int QUEUED_FILES = 1_000_000;
  private static final String BACKFILL = "backfill";

  private final RunningArchive archive;
  private final BiConsumer<String, long[]> progress;

  LanesBench(RunningArchive archive, BiConsumer<String, long[]> progress) {
    this.archive = archive;
    this.progress = progress;
  }

  Map<String, Object> run(
      List<SimulatedReduction> frames, int warmUp, OneSpectrumFiles files, int count)
      throws IOException {
    files.write(count, done -> progress.accept("files written", new long[] {done, count}));
    LatencyBench latency = new LatencyBench(archive, progress);
    int each = (frames.size() - warmUp) / 3;
    latency.idle(frames.subList(0, warmUp));
    List<Double> idle = latency.idle(frames.subList(warmUp, warmUp + each));
    archive.opsPost("/ops/lanes/backfill/pause", Map.of());
    int events = fill(files, count);
    List<Double> queued = latency.idle(frames.subList(warmUp + each, warmUp + 2 * each));
    archive.opsPost("/ops/lanes/backfill/resume", Map.of());
    long before = catalogued();
    long began = System.nanoTime();
    List<Double> running = latency.idle(frames.subList(warmUp + 2 * each, frames.size()));
    double seconds = (System.nanoTime() - began) / 1e9;
    long worked = (catalogued() - before) * BackfillEvent.MOST_FILES;
    archive.opsPost("/ops/lanes/backfill/pause", Map.of());
    return result(events, idle, queued, running, worked / seconds);
  }

  private static Map<String, Object> result(
      int events, List<Double> idle, List<Double> queued, List<Double> running, double rate) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("queued_events", events);
    result.put("files_an_event", BackfillEvent.MOST_FILES);
    result.put("frames_each", idle.size());
    result.put("idle_ms", Quantiles.of(idle).asMap());
    result.put("queued_ms", Quantiles.of(queued).asMap());
    result.put("running_ms", Quantiles.of(running).asMap());
    result.put("queued_over_idle", ratio(queued, idle));
    result.put("running_over_idle", ratio(running, idle));
    result.put("backfill_files_per_s", Math.round(rate));
    return result;
  }

  private static double ratio(List<Double> one, List<Double> other) {
    return Math.rint(100 * Quantiles.of(one).p50() / Quantiles.of(other).p50()) / 100;
  }

  /** Events in the queue of the paused lane; gives how many. */
  private int fill(OneSpectrumFiles files, int count) throws IOException {
    int events = QUEUED_FILES / BackfillEvent.MOST_FILES;
    int batches = count / BackfillEvent.MOST_FILES;
    try (EventPublisher publisher = EventPublisher.connect(archive.broker())) {
      for (int i = 0; i < events; i++) {
        int first = i % batches * BackfillEvent.MOST_FILES;
        BackfillEvent event =
            new BackfillEvent(Optional.of("bench-" + i / batches), products(files, first));
        publisher.publish(Lane.BACKFILL, event.id(), event.json());
        progress.accept("events queued", new long[] {i + 1, events});
      }
    }
    return events;
  }

  private static List<Product> products(OneSpectrumFiles files, int first) throws IOException {
    List<Product> products = new ArrayList<>();
    for (int i = first; i < first + BackfillEvent.MOST_FILES; i++) {
      Path file = files.file(i);
      products.add(new Product(file.toUri(), Files.size(file), Optional.empty(), ""));
    }
    return products;
  }

  /** Backfill events that are catalogued. */
  private long catalogued() throws IOException {
    long events = 0;
    for (JsonNode count : archive.ops("/ops/status").path("events")) {
      if (count.path("lane").asString().equals(BACKFILL)
          && count.path("state").asString().equals("catalogued")) {
        events += count.path("events").asLong();
      }
    }
    return events;
  }
}
