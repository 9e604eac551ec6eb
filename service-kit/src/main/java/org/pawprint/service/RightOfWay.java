package org.pawprint.service;

import java.time.Duration;
import org.pawprint.core.event.Lane;

/**
 * The live lane goes first. While it has work in hand, the backfill lane waits before each of its
 * steps, for a while at most, so that it never stands still; and a whole piece of backfill waits no
 * more than its budget, so that a night without a gap does not hold a message until the broker
 * calls its consumer dead (RabbitMQ: 30 minutes). For a minute after live work it does one thing at
 * a time and then rests, because the next frame is likely on its way. Thread-safe.
 */
public final class RightOfWay {
  /** Far longer than a frame takes. */
  private static final Duration MOST = Duration.ofSeconds(2);

  private static final Duration BUDGET = Duration.ofMinutes(5);

  private static final Duration RECENT = Duration.ofMinutes(1);

  /** Rest after a piece of backfill, in parts of the time that it took. */
  private static final int REST = 3;

  private final long mostNanos;
  private final long budgetNanos;
  private final long recentNanos;
  private int live;
  private int backfill;
  private long lastLive;
  private long restUntil;

  public RightOfWay() {
    this(MOST, BUDGET, RECENT);
  }

  /**
   * @param most that one step of backfill waits
   * @param budget that all steps of one piece of backfill wait together
   * @param recent so long after live work backfill does one thing at a time
   */
  RightOfWay(Duration most, Duration budget, Duration recent) {
    this.mostNanos = most.toNanos();
    this.budgetNanos = budget.toNanos();
    this.recentNanos = recent.toNanos();
    this.lastLive = System.nanoTime() - recentNanos;
    this.restUntil = System.nanoTime();
  }

  /** Work in hand, from {@link #begin} to {@link #close}. */
  public interface Turn extends AutoCloseable {

    /** Before each small part of the work; may wait in the backfill lane. */
    void step();

    @Override
    void close();
  }

  /** Begins a piece of work of a lane; may wait for another piece in the backfill lane. */
  public Turn begin(Lane lane) {
    return lane == Lane.LIVE ? new LiveTurn() : new BackfillTurn();
  }

  /** Waits for a change, at most so long; false when there is no time left. */
  private boolean await(long nanos) {
    if (nanos <= 0) {
      return false;
    }
    try {
      wait(nanos / 1_000_000 + 1);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private final class LiveTurn implements Turn {
    LiveTurn() {
      synchronized (RightOfWay.this) {
        live++;
      }
    }

    @Override
    public void step() {
      // Nothing goes before the live lane.
    }

    @Override
    public void close() {
      synchronized (RightOfWay.this) {
        live--;
        lastLive = System.nanoTime();
        RightOfWay.this.notifyAll();
      }
    }
  }

  private final class BackfillTurn implements Turn {
    private final long began;
    private long leftNanos = budgetNanos;

    BackfillTurn() {
      synchronized (RightOfWay.this) {
        long nanos = untilNext();
        while (nanos > 0 && await(nanos)) {
          nanos = untilNext();
        }
        backfill++;
        began = System.nanoTime();
      }
    }

    /** Nanoseconds to wait for, unless something changes before. */
    private long untilNext() {
      long now = System.nanoTime();
      long recent = live > 0 ? recentNanos : lastLive + recentNanos - now;
      if (recent <= 0) {
        return 0;
      }
      return backfill > 0 ? recent : Math.min(recent, restUntil - now);
    }

    @Override
    public void step() {
      synchronized (RightOfWay.this) {
        long begin = System.nanoTime();
        long end = begin + Math.min(mostNanos, leftNanos);
        boolean waited = true;
        while (waited && live > 0) {
          waited = await(end - System.nanoTime());
        }
        leftNanos -= System.nanoTime() - begin;
      }
    }

    @Override
    public void close() {
      synchronized (RightOfWay.this) {
        backfill--;
        long now = System.nanoTime();
        long worked = now - began - (budgetNanos - leftNanos);
        restUntil = now + REST * worked;
        RightOfWay.this.notifyAll();
      }
    }
  }
}
