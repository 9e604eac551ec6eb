package org.pawprint.service;

import java.time.Duration;
import org.pawprint.core.event.Lane;

/**
 * The live lane goes first: while it has work in hand, the backfill lane waits before each of its
 * steps, for a while at most, so that it never stands still. Thread-safe.
 */
public final class RightOfWay {
  /** Far longer than a frame takes, far shorter than what a broker calls a dead consumer. */
  private static final Duration MOST = Duration.ofSeconds(2);

  private final long mostNanos;
  private int live;

  public RightOfWay() {
    this(MOST);
  }

  /**
   * @param most that one step of backfill waits
   */
  RightOfWay(Duration most) {
    this.mostNanos = most.toNanos();
  }

  /** Work in hand, from {@link #begin} to {@link #close}. */
  public interface Turn extends AutoCloseable {

    /** Before each small part of the work; may wait in the backfill lane. */
    void step();

    @Override
    void close();
  }

  /** Begins a piece of work of a lane. */
  public Turn begin(Lane lane) {
    if (lane == Lane.BACKFILL) {
      return new BackfillTurn();
    }
    enter();
    return new LiveTurn();
  }

  private synchronized void enter() {
    live++;
  }

  private synchronized void leave() {
    live--;
    notifyAll();
  }

  private synchronized void giveWay() {
    long end = System.nanoTime() + mostNanos;
    while (live > 0) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return;
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private final class LiveTurn implements Turn {
    @Override
    public void step() {
      // Nothing goes before the live lane.
    }

    @Override
    public void close() {
      leave();
    }
  }

  private final class BackfillTurn implements Turn {
    @Override
    public void step() {
      giveWay();
    }

    @Override
    public void close() {
      // Nobody waits for the backfill lane.
    }
  }
}
