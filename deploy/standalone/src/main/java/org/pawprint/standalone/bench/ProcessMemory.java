package org.pawprint.standalone.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Resident memory of this JVM plus the proportional share of all PostgreSQL processes below it,
 * from /proc, sampled every second.
 */
final class ProcessMemory implements AutoCloseable {
  private static final Pattern KILOBYTES = Pattern.compile("\\s+(\\d+) kB");

  private final ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor();
  private final ConcurrentLinkedQueue<Long> samples = new ConcurrentLinkedQueue<>();

  ProcessMemory() {
    sampler.scheduleAtFixedRate(() -> samples.add(now()), 0, 1, TimeUnit.SECONDS);
  }

  /** Megabytes at the most, and the means of the first and last quarter of the run. */
  record Summary(long maxMb, long firstQuarterMb, long lastQuarterMb) {}

  Summary summary() {
    List<Long> all = List.copyOf(samples);
    int quarter = Math.max(1, all.size() / 4);
    return new Summary(
        all.stream().mapToLong(Long::longValue).max().orElse(0),
        mean(all.subList(0, Math.min(quarter, all.size()))),
        mean(all.subList(Math.max(0, all.size() - quarter), all.size())));
  }

  private static long mean(List<Long> values) {
    return Math.round(values.stream().mapToLong(Long::longValue).average().orElse(0));
  }

  private static long now() {
    long kilobytes = field(Path.of("/proc/self/status"), "VmRSS:");
    List<ProcessHandle> children;
    try (Stream<ProcessHandle> below = ProcessHandle.current().descendants()) {
      children = below.toList();
    }
    for (ProcessHandle child : children) {
      kilobytes += field(Path.of("/proc/" + child.pid() + "/smaps_rollup"), "Pss:");
    }
    return kilobytes / 1024;
  }

  /** A process that ended between listing and reading counts nothing. */
  private static long field(Path file, String name) {
    if (!Files.isReadable(file)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(KILOBYTES::matcher)
          .filter(Matcher::find)
          .mapToLong(m -> Long.parseLong(m.group(1)))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  @Override
  public void close() {
    sampler.shutdownNow();
  }
}
