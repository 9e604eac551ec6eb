package org.pawprint.standalone.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.pawprint.core.sky.SkyPosition;
import org.pawprint.standalone.archive.Quantiles;
import org.pawprint.standalone.archive.RunningArchive;
import org.pawprint.store.catalogue.RowImport;

/** Searches over many rows: small cones, ten thousand rows, and a million in one answer. */
final class QueryBench {
  private static final int BATCH = 100_000;
  private static final int CONES = 2_000;
  private static final int LONG = 10_000;
  private static final int REPEATS = 7;
  private static final Duration LOAD = Duration.ofSeconds(8);

  private final RunningArchive archive;
  private final BiConsumer<String, long[]> progress;
  private final long seed;

  QueryBench(RunningArchive archive, BiConsumer<String, long[]> progress, long seed) {
    this.archive = archive;
    this.progress = progress;
    this.seed = seed;
  }

  /**
   * @param sizes of the catalogue, rising
   * @param authority of the DIDs
   */
  Map<String, Object> run(List<Long> sizes, String authority, Instant now) throws IOException {
    Map<String, Object> result = new LinkedHashMap<>();
    RowImport rows = archive.rowImport();
    SyntheticSky sky = new SyntheticSky(seed, authority);
    long there = 0;
    for (long size : sizes) {
      while (there < size) {
        int count = (int) Math.min(BATCH, size - there);
        rows.write(there, count, now, sky::row);
        there += count;
        progress.accept("rows written", new long[] {there, size});
      }
      rows.analyse();
      result.put("rows_" + size, measure(size));
    }
    return result;
  }

  private Map<String, Object> measure(long size) throws IOException {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("cone", cones());
    String all = "/vo/ssa/query?REQUEST=queryData&MAXREC=" + LONG;
    result.put("unsorted_tabledata", longAnswers(all, LONG));
    result.put("unsorted_binary2", longAnswers(all + "&RESPONSEFORMAT=votable/b2", LONG));
    result.put("sorted_cone", longAnswers(all + "&POS=180,0&SIZE=7.6", LONG));
    try (ProcessMemory memory = new ProcessMemory()) {
      long most = Math.min(size, 1_000_000);
      Map<String, Object> one =
          answers("/vo/ssa/query?REQUEST=queryData&MAXREC=" + most, (int) most, 1);
      one.put("memory_max_mb", memory.summary().maxMb());
      result.put("all_rows", one);
    }
    return result;
  }

  /** One client's times, and the rate of eight, each after half as much as a warm-up. */
  private Map<String, Object> cones() throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Clients clients =
        new Clients(
            () -> {
              SplittableRandom own = random.split();
              return () -> Fetch.of(cone(own), "");
            });
    clients.one(CONES / 2);
    clients.rateOfEight(LOAD.dividedBy(2));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("one_client_ms", Quantiles.of(clients.one(CONES)).asMap());
    result.put("eight_clients_per_s", clients.rateOfEight(LOAD));
    return result;
  }

  private Map<String, Object> longAnswers(String path, int rows) throws IOException {
    answers(path, rows, REPEATS);
    return answers(path, rows, REPEATS);
  }

  /** Medians over answers of so many rows. */
  private Map<String, Object> answers(String path, int rows, int repeats) throws IOException {
    List<Double> millis = new ArrayList<>();
    List<Double> first = new ArrayList<>();
    long bytes = 0;
    String mark = path.contains("b2") ? "<STREAM" : "<TR>";
    for (int i = 0; i < repeats; i++) {
      Fetch fetch = Fetch.of(archive.ports().uri(archive.ports().ssa()).resolve(path), mark);
      millis.add(fetch.millis());
      first.add(fetch.millisToMark());
      bytes = fetch.bytes();
    }
    double p50 = Quantiles.of(millis).p50();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("rows_per_s", Math.round(rows / p50 * 1000));
    result.put("first_row_ms", Quantiles.of(first).p50());
    result.put("megabytes", Math.round(bytes / 1e5) / 10.0);
    return result;
  }

  private URI cone(SplittableRandom random) {
    SkyPosition centre = SyntheticSky.centre(random);
    return archive
        .ports()
        .uri(archive.ports().ssa())
        .resolve(
            "/vo/ssa/query?REQUEST=queryData&POS="
                + centre.raDeg()
                + ","
                + centre.decDeg()
                + "&SIZE=0.2");
  }
}
