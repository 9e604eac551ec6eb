package org.pawprint.standalone.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.pawprint.standalone.archive.Quantiles;
import org.pawprint.standalone.archive.RunningArchive;
import org.pawprint.standalone.simulate.OneSpectrumFiles;
import org.pawprint.standalone.simulate.SimulatedReduction;

/**
 * The measurements that {@code ./pawprint bench} offers, on an archive that runs in this process.
 */
public final class Bench {
  private final RunningArchive archive;
  private final BiConsumer<String, long[]> progress;

  /**
   * @param progress receives what is done, and {done, all}
   */
  public Bench(RunningArchive archive, BiConsumer<String, long[]> progress) {
    this.archive = archive;
    this.progress = progress;
  }

  /**
   * Latency of the live lane.
   *
   * @param warmUp frames before the measurement, which are not counted
   * @param idle frames announced one after another
   * @param busy frames announced 20 a minute with searches running
   */
  public Map<String, Object> latency(int warmUp, int idle, int busy, long seed) throws IOException {
    List<SimulatedReduction> frames = frames(warmUp + idle + busy, seed);
    LatencyBench bench = new LatencyBench(archive, progress);
    bench.idle(frames.subList(0, warmUp));
    Map<String, Object> result = new LinkedHashMap<>();
    Map<String, Object> alone =
        new LinkedHashMap<>(
            Quantiles.of(bench.idle(frames.subList(warmUp, warmUp + idle))).asMap());
    alone.put("frames", idle);
    result.put("idle_ms", alone);
    if (busy > 0) {
      result.put("busy_ms", bench.busy(frames.subList(warmUp + idle, frames.size()), 20));
    }
    return result;
  }

  /** Throughput of the live lane, beside a raw write of the same bytes. */
  public Map<String, Object> ingest(int frames, long seed) throws IOException {
    return new IngestBench(archive, progress).run(frames(frames, seed));
  }

  /**
   * Throughput of the backfill lane, beside raw writes of the same bytes.
   *
   * @param warmUp files before the measurement, which are not counted
   * @param root folder for the files, a root of the archive
   */
  public Map<String, Object> backfill(int warmUp, int files, long seed, Path root)
      throws IOException {
    return new BackfillBench(archive, progress)
        .run(
            new OneSpectrumFiles(root.resolve("before"), seed + 1),
            warmUp,
            new OneSpectrumFiles(root.resolve("measured"), seed),
            files);
  }

  /**
   * Latency of the live lane with the backfill lane idle, with a million files queued in it, and
   * while it works.
   *
   * @param warmUp frames before the measurement, which are not counted
   * @param frames of each of the three
   * @param root folder for the files, a root of the archive
   */
  public Map<String, Object> lanes(int warmUp, int frames, int files, long seed, Path root)
      throws IOException {
    return new LanesBench(archive, progress)
        .run(frames(warmUp + 3 * frames, seed), warmUp, new OneSpectrumFiles(root, seed), files);
  }

  /**
   * Searches over rows made for it.
   *
   * @param sizes of the catalogue, rising
   */
  public Map<String, Object> query(List<Long> sizes, long seed, String authority, Instant now)
      throws IOException {
    return new QueryBench(archive, progress, seed).run(sizes, authority, now);
  }

  /**
   * Latency and rate of spectra on their way out: single, in bulk, and their links.
   *
   * @param frames of 2,048 pixels a spectrum
   * @param files of one spectrum of 4,000 pixels each
   * @param bulk spectra of one bulk request
   * @param root folder for the files, a root of the archive
   */
  public Map<String, Object> spectra(int frames, int files, int bulk, long seed, Path root)
      throws IOException {
    return new SpectraBench(archive, progress)
        .run(frames(frames, seed), new OneSpectrumFiles(root, seed), files, bulk);
  }

  private List<SimulatedReduction> frames(int count, long seed) throws IOException {
    Path root = archive.data().simulated();
    return Frames.write(
        count, seed, root, done -> progress.accept("frames written", new long[] {done, count}));
  }
}
