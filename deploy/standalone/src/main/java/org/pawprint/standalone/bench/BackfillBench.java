package org.pawprint.standalone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.pawprint.standalone.archive.EventPublisher;
import org.pawprint.standalone.archive.RunningArchive;
import org.pawprint.standalone.backfill.Backfill;
import org.pawprint.standalone.backfill.Watcher;
import org.pawprint.standalone.simulate.OneSpectrumFiles;
import tools.jackson.databind.JsonNode;

/**
 * A folder of one-spectrum files through the backfill lane: files a second from the first look at
 * the folder to the account of the last file, whose rows are searchable then; beside raw writes of
 * the same bytes.
 */
final class BackfillBench {
  private static final int BATCH = 500;
  private static final int SINGLY = 2000;

  private final RunningArchive archive;
  private final BiConsumer<String, long[]> progress;

  BackfillBench(RunningArchive archive, BiConsumer<String, long[]> progress) {
    this.archive = archive;
    this.progress = progress;
  }

  /**
   * @param warmUp files that go before, so that the code is compiled when the clock starts
   */
  Map<String, Object> run(
      OneSpectrumFiles warmUpFiles, int warmUp, OneSpectrumFiles files, int count)
      throws IOException {
    if (warmUp > 0) {
      load(warmUpFiles, warmUp);
    }
    long bytes =
        files.write(count, done -> progress.accept("files written", new long[] {done, count}));
    byte[] one = Files.readAllBytes(files.file(0));
    Path raw = archive.data().root().resolve("raw");
    double together = RawWrite.seconds(raw, one, count, BATCH);
    int some = Math.min(count, SINGLY);
    double singly = RawWrite.seconds(raw, one, some, 1) * count / some;
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("files", count);
    result.put("files_before", warmUp);
    result.put("gigabytes_in", Math.rint(bytes / 1e7) / 100);
    try (ProcessMemory memory = new ProcessMemory();
        EventPublisher publisher = EventPublisher.connect(archive.broker())) {
      ProcessorTime processor = ProcessorTime.begin();
      long began = System.nanoTime();
      JsonNode account = backfill(files.root(), publisher);
      double seconds = (System.nanoTime() - began) / 1e9;
      check(account, files, count);
      ProcessMemory.Summary used = memory.summary();
      result.put("seconds", Math.rint(seconds * 100) / 100);
      result.put("files_per_s", Math.round(count / seconds));
      result.put("processor_seconds", processor.spent());
      result.put("raw_write_files_per_s", Math.round(count / together));
      result.put("raw_write_singly_files_per_s", Math.round(count / singly));
      result.put("memory_max_mb", used.maxMb());
      result.put("memory_first_quarter_mb", used.firstQuarterMb());
      result.put("memory_last_quarter_mb", used.lastQuarterMb());
    }
    return result;
  }

  /** Writes files and sends them through the lane, without looking at the clock. */
  void load(OneSpectrumFiles files, int count) throws IOException {
    files.write(count, done -> progress.accept("files written", new long[] {done, count}));
    try (EventPublisher publisher = EventPublisher.connect(archive.broker())) {
      backfill(files.root(), publisher);
    }
  }

  private JsonNode backfill(Path root, EventPublisher publisher) throws IOException {
    Backfill.Order order = new Backfill.Order(root, Optional.empty(), 0, true);
    Watcher watcher =
        new Watcher() {
          @Override
          public void say(String line) {
            progress.accept(line, new long[] {0, 1});
          }

          @Override
          public void progress(long done, long before, long all, String failures) {
            progress.accept("files", new long[] {done, all});
          }
        };
    try (Backfill backfill = Backfill.of(order, archive, publisher, watcher)) {
      return backfill.finish();
    }
  }

  private void check(JsonNode account, OneSpectrumFiles files, int count) throws IOException {
    if (account.path("spectra").asLong() != count) {
      throw new IOException("not all files were catalogued: " + account);
    }
    String last = files.target(count - 1);
    Map<String, String> search = Map.of("REQUEST", "queryData", "TARGETNAME", last);
    if (!archive.search(search).contains(">" + last + "<")) {
      throw new IOException(last + " is not queryable");
    }
  }
}
