package org.pawprint.catalogue.messaging;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pawprint.service.CrashPoint;
import org.pawprint.store.catalogue.ChangeSequencer;
import org.pawprint.store.catalogue.NoticeOutbox;
import org.pawprint.store.catalogue.NoticeOutbox.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Numbers committed changes and tells the partners, in a thread of its own: woken after each commit
 * and every second. Notices are sent at least once, in the order of the change log, which is their
 * outbox.
 */
final class ChangeRelay implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ChangeRelay.class);
  private static final int MOST_CHANGES = 100_000;

  private final ChangeSequencer sequencer;
  private final NoticeOutbox outbox;
  private final NoticeSender sender;
  private final Semaphore woken = new Semaphore(0);
  private volatile @Nullable Thread thread;

  ChangeRelay(ChangeSequencer sequencer, NoticeOutbox outbox, NoticeSender sender) {
    this.sequencer = sequencer;
    this.outbox = outbox;
    this.sender = sender;
  }

  /** Something was committed. */
  void wake() {
    woken.release();
  }

  private void run() {
    while (thread == Thread.currentThread()) {
      try {
        if (woken.tryAcquire(1, TimeUnit.SECONDS)) {
          woken.drainPermits();
        }
        relay();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.warn("notices wait next=\"again in a second\" reason=\"{}\"", e.getMessage());
      }
    }
  }

  /** Numbers what is committed and sends what is numbered. */
  void relay() {
    sequencer.number();
    List<Notice> pending = outbox.pending(MOST_CHANGES);
    if (pending.isEmpty()) {
      return;
    }
    sender.send(pending.stream().filter(n -> !n.silent()).toList());
    CrashPoint.reached("notice-sent");
    outbox.noticed(pending.stream().mapToLong(Notice::lastChange).max().orElseThrow());
  }

  @Override
  public void start() {
    Thread relay = new Thread(this::run, "change-relay");
    thread = relay;
    relay.start();
  }

  @Override
  public void stop() {
    Thread relay = thread;
    thread = null;
    if (relay != null) {
      relay.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
