package org.pawprint.standalone.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.pawprint.catalogue.survey.SurveyLoaders;

/**
 * Reads damaged files with several workers and watches them: a case that exceeds its time is
 * reported with the stack of its thread, and another worker takes over.
 */
public final class FuzzRun {
  private static final long WATCH_MILLIS = 100;

  /** Threads that never end would slow down the rest; by then there is something to mend. */
  private static final int MOST_HANGS = 5;

  private final FuzzCases cases;
  private final Reading reading;
  private final FuzzLimits limits;
  private final BlockingQueue<FuzzWorker.Result> results = new LinkedBlockingQueue<>();
  private final List<FuzzWorker> workers = new ArrayList<>();
  private final FuzzReport report = new FuzzReport();

  /**
   * @param fixtures what to damage; not empty
   * @param seed the same seed and fixtures give the same files
   */
  public FuzzRun(FuzzFixtures fixtures, long seed, SurveyLoaders loaders, FuzzLimits limits) {
    this.cases = new FuzzCases(fixtures.all(), seed);
    this.reading = new Reading(loaders);
    this.limits = limits;
  }

  /**
   * Runs once.
   *
   * @param first number of the first case
   * @param count how many
   * @param threads how many at a time
   * @param progress receives the number of cases done
   */
  public FuzzReport run(long first, long count, int threads, LongConsumer progress)
      throws InterruptedException {
    AtomicLong next = new AtomicLong(first);
    long end = first + count;
    for (int i = 0; i < threads; i++) {
      workers.add(new FuzzWorker(cases, reading, next, end, results));
    }
    int hangs = 0;
    while (report.done() < count && hangs < MOST_HANGS) {
      FuzzWorker.Result result = results.poll(WATCH_MILLIS, TimeUnit.MILLISECONDS);
      if (result != null) {
        report.add(result, limits);
      } else {
        int found = abandonHanging();
        hangs += found;
        for (int i = 0; i < found; i++) {
          workers.add(new FuzzWorker(cases, reading, next, end, results));
        }
      }
      progress.accept(report.done());
    }
    return report;
  }

  private int abandonHanging() {
    int found = 0;
    for (FuzzWorker worker : List.copyOf(workers)) {
      FuzzWorker.Running running = worker.running();
      if (running != null) {
        long busy = worker.busyNanos() - running.beganBusyNanos();
        long wall = System.nanoTime() - running.beganNanos();
        if (busy > limits.busy().toNanos() || wall > limits.waiting().toNanos()) {
          worker.abandon();
          workers.remove(worker);
          String what =
              "not ended after "
                  + busy / 1_000_000
                  + " ms of work, "
                  + wall / 1_000_000
                  + " ms in all";
          report.addHang(FuzzFailure.hang(running.fuzzed(), what, worker.stack()));
          found++;
        }
      }
    }
    return found;
  }
}
