package org.pawprint.standalone.backfill;

/** Whoever watches a backfill. */
public interface Watcher {
  /** Something worth a line. */
  void say(String line);

  /**
   * How far it is.
   *
   * @param done files that have their outcome
   * @param before of them, those that an earlier process came past
   * @param all files expected
   * @param failures why files were parked so far; empty if none were
   */
  void progress(long done, long before, long all, String failures);
}
