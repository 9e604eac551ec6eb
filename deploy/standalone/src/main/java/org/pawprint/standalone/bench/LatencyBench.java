package org.pawprint.standalone.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.pawprint.core.event.Lane;
import org.pawprint.standalone.archive.Arrivals;
import org.pawprint.standalone.archive.EventPublisher;
import org.pawprint.standalone.archive.Quantiles;
import org.pawprint.standalone.archive.RunningArchive;
import org.pawprint.standalone.simulate.ReductionAnnouncement;
import org.pawprint.standalone.simulate.SimulatedField;
import org.pawprint.standalone.simulate.SimulatedReduction;

/**
 * From the publisher's confirm to the first SSA answer that holds a row of the frame, polled every
 * 5 ms: one frame after another with the lane idle, then at PAWS's pace with searches running.
 */
final class LatencyBench {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(5);
  private static final int SEARCHERS = 2;

  private final RunningArchive archive;
  private final BiConsumer<String, long[]> progress;

  /**
   * @param progress receives what is done, and how much of how much
   */
  LatencyBench(RunningArchive archive, BiConsumer<String, long[]> progress) {
    this.archive = archive;
    this.progress = progress;
  }

  /** Latencies in milliseconds of frames announced one after another. */
  List<Double> idle(List<SimulatedReduction> frames) throws IOException {
    List<Double> latencies = new ArrayList<>();
    Arrivals arrivals = new Arrivals(archive, POLL);
    try (EventPublisher publisher = EventPublisher.connect(archive.broker())) {
      for (SimulatedReduction frame : frames) {
        latencies.add(latency(frame, publisher, arrivals));
        progress.accept("idle lane", new long[] {latencies.size(), frames.size()});
      }
    }
    return latencies;
  }

  /** The same at a fixed pace while clients search; adds how many searches were answered. */
  Map<String, Object> busy(List<SimulatedReduction> frames, double perMinute) throws IOException {
    AtomicLong searches = new AtomicLong();
    ExecutorService searchers = Executors.newFixedThreadPool(SEARCHERS);
    long began = System.nanoTime();
    List<Double> latencies = new ArrayList<>();
    for (int i = 0; i < SEARCHERS; i++) {
      SimulatedField field = frames.get(i % frames.size()).field();
      searchers.submit(() -> searchOn(field, searches));
    }
    Arrivals arrivals = new Arrivals(archive, POLL);
    try (EventPublisher publisher = EventPublisher.connect(archive.broker())) {
      long next = System.nanoTime();
      for (SimulatedReduction frame : frames) {
        TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        next += (long) (60e9 / perMinute);
        latencies.add(latency(frame, publisher, arrivals));
        progress.accept(
            "at " + perMinute + " a minute", new long[] {latencies.size(), frames.size()});
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      searchers.shutdownNow();
    }
    Map<String, Object> result = new LinkedHashMap<>(Quantiles.of(latencies).asMap());
    result.put("frames", latencies.size());
    result.put("searches_per_s", Math.round(searches.get() / ((System.nanoTime() - began) / 1e9)));
    return result;
  }

  private Double searchOn(SimulatedField field, AtomicLong searches) throws IOException {
    Map<String, String> cone = new LinkedHashMap<>();
    cone.put("REQUEST", "queryData");
    cone.put("POS", field.raDegrees() + "," + field.decDegrees());
    cone.put("SIZE", "0.5");
    while (!Thread.currentThread().isInterrupted()) {
      archive.search(cone);
      searches.incrementAndGet();
    }
    return 0.0;
  }

  private double latency(SimulatedReduction frame, EventPublisher publisher, Arrivals arrivals)
      throws IOException {
    ReductionAnnouncement announcement = ReductionAnnouncement.of(frame);
    publisher.publish(Lane.LIVE, announcement.id(), announcement.json());
    OptionalDouble took =
        arrivals.await(
            frame.field().firstTarget(), frame.reductionId(), System.nanoTime(), PATIENCE);
    return took.orElseThrow(
        () -> new IOException(frame.reductionId() + " was not queryable within " + PATIENCE));
  }
}
