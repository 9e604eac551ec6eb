package org.pawprint.datalink.uws;

import java.util.List;

/** How a job ended by itself. */
public sealed interface JobOutcome {
  /** With results. */
  record Completed(List<JobResult> results) implements JobOutcome {
    public Completed {
      results = List.copyOf(results);
    }
  }

  /** Without. */
  record Failed(String message) implements JobOutcome {}
}
