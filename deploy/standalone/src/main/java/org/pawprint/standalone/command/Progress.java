package org.pawprint.standalone.command;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Tells a person how long work goes: one line that changes on a terminal, a plain line every few
 * seconds otherwise. Writes to standard error, so that standard output stays for results.
 */
final class Progress {
  private static final Duration TERMINAL_EVERY = Duration.ofMillis(200);
  private static final Duration PLAIN_EVERY = Duration.ofSeconds(5);

  private final PrintStream out;
  private final Clock clock;
  private final boolean terminal;
  private String task = "";
  private Instant began;
  private Instant last = Instant.MIN;

  Progress(Clock clock) {
    this.out = System.err;
    this.clock = clock;
    this.terminal = System.console() != null;
    this.began = clock.instant();
  }

  /** A line that stays. */
  void say(String line) {
    clear();
    out.println(line);
  }

  /** How far it is: done of all, with rate and time left since this task's first step. */
  void step(String what, long done, long all) {
    step(what, done, 0, all, "");
  }

  /**
   * How far it is, where an earlier process did a part.
   *
   * @param before of what is done, what was done when this process began
   * @param note stands at the end; empty for none
   */
  void step(String what, long done, long before, long all, String note) {
    Instant now = clock.instant();
    if (!what.equals(task)) {
      task = what;
      began = now;
    }
    boolean finished = done >= all;
    Duration every = terminal ? TERMINAL_EVERY : PLAIN_EVERY;
    if (!finished && last != Instant.MIN && Duration.between(last, now).compareTo(every) < 0) {
      return;
    }
    last = now;
    double seconds = Duration.between(began, now).toMillis() / 1000.0;
    double rate = seconds > 0 ? (done - before) / seconds : 0;
    String left = rate > 0 && !finished ? ", " + Math.round((all - done) / rate) + " s left" : "";
    String line =
        String.format(Locale.ROOT, "%s: %d of %d, %.1f/s%s", what, done, all, rate, left)
            + (note.isEmpty() ? "" : ", " + note);
    if (terminal) {
      out.print("\r\033[K" + line + (finished ? System.lineSeparator() : ""));
      out.flush();
    } else {
      out.println(line);
    }
  }

  private void clear() {
    if (terminal) {
      out.print("\r\033[K");
    }
  }
}
