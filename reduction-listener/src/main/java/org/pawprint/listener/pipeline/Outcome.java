package org.pawprint.listener.pipeline;

import java.time.Instant;

/** How an attempt at an event ended; all of it is durable, and the message may be acknowledged. */
public sealed interface Outcome {
  /** What happens next. */
  enum Disposition {
    /** Nothing more at the door. */
    DONE,
    /** The poller tries again. */
    LATER,
    /** An operator looks at it. */
    PARKED
  }

  /** Ledger key of the event. */
  long key();

  Disposition disposition();

  /** One word for logs and counters. */
  String word();

  /** All files are in the original store and the stage command is confirmed. */
  record Staged(long key, int files, long bytes) implements Outcome {
    @Override
    public Disposition disposition() {
      return Disposition.DONE;
    }

    @Override
    public String word() {
      return "staged";
    }
  }

  /** A repeat of what the loaders of today have catalogued. */
  record AlreadyCatalogued(long key) implements Outcome {
    @Override
    public Disposition disposition() {
      return Disposition.DONE;
    }

    @Override
    public String word() {
      return "already";
    }
  }

  /** To be tried again at {@code next}. */
  record Later(long key, String step, String reason, Instant next) implements Outcome {
    @Override
    public Disposition disposition() {
      return Disposition.LATER;
    }

    @Override
    public String word() {
      return "later";
    }
  }

  /** Recorded with its reason, and announced now or by the poller. */
  record Parked(long key, String step, String reason) implements Outcome {
    @Override
    public Disposition disposition() {
      return Disposition.PARKED;
    }

    @Override
    public String word() {
      return "parked";
    }
  }
}
