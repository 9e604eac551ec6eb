package org.pawprint.standalone.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Makes and reads cases one after another, and lets itself be watched. */
final class FuzzWorker implements Runnable {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Every so many go through a file, as originals do. */
  private static final int FROM_DISK_EVERY = 32;

  /**
   * One case read.
   *
   * @param outcome null where {@code thrown} is not
   * @param busyNanos processor time
   */
  record Result(
      FuzzWorker by,
      FuzzCase fuzzed,
      Reading.@Nullable Outcome outcome,
      @Nullable Throwable thrown,
      long busyNanos,
      long allocatedBytes) {}

  /** The case in work and what the clocks showed when it began. */
  record Running(FuzzCase fuzzed, long beganNanos, long beganBusyNanos) {}

  private final FuzzCases cases;
  private final Reading reading;
  private final AtomicLong next;
  private final long end;
  private final BlockingQueue<Result> results;
  private final Thread thread;
  private volatile @Nullable Running running;
  private volatile boolean abandoned;

  /**
   * @param next number of the next case, shared by all workers
   * @param end first number that is not to be made
   */
  FuzzWorker(
      FuzzCases cases, Reading reading, AtomicLong next, long end, BlockingQueue<Result> results) {
    this.cases = cases;
    this.reading = reading;
    this.next = next;
    this.end = end;
    this.results = results;
    this.thread = new Thread(this, "fuzz");
    // A reading that never ends must not keep the process alive.
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    for (long number = next.getAndIncrement();
        number < end && !abandoned;
        number = next.getAndIncrement()) {
      read(cases.make(number));
    }
  }

  private void read(FuzzCase fuzzed) {
    long id = thread.getId();
    long allocated = THREADS.getThreadAllocatedBytes(id);
    long busy = THREADS.getThreadCpuTime(id);
    running = new Running(fuzzed, System.nanoTime(), busy);
    Reading.Outcome outcome = null;
    Throwable thrown = null;
    try {
      outcome =
          fuzzed.number() % FROM_DISK_EVERY == 0
              ? reading.readFromDisk(fuzzed.content())
              : reading.read(fuzzed.content());
    } catch (Throwable e) {
      // An Error is as much of a finding as an exception.
      thrown = e;
    }
    running = null;
    if (!abandoned) {
      results.add(
          new Result(
              this,
              fuzzed,
              outcome,
              thrown,
              THREADS.getThreadCpuTime(id) - busy,
              THREADS.getThreadAllocatedBytes(id) - allocated));
    }
  }

  @Nullable Running running() {
    return running;
  }

  long busyNanos() {
    return THREADS.getThreadCpuTime(thread.getId());
  }

  StackTraceElement[] stack() {
    return thread.getStackTrace();
  }

  /** Its case does not end: nothing more is expected of it. */
  void abandon() {
    abandoned = true;
  }
}
