package org.pawprint.standalone.fuzz;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A file that did more than be read or refused.
 *
 * @param kind {@code exception}, {@code hang} or {@code memory}
 * @param what one line
 * @param trace where; may be empty
 */
public record FuzzFailure(FuzzCase fuzzed, String kind, String what, String trace) {
  static FuzzFailure thrown(FuzzCase fuzzed, Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace, true));
    return new FuzzFailure(fuzzed, "exception", thrown.toString(), trace.toString());
  }

  static FuzzFailure hang(FuzzCase fuzzed, String what, StackTraceElement[] stack) {
    StringBuilder trace = new StringBuilder();
    for (StackTraceElement element : stack) {
      trace.append("\tat ").append(element).append('\n');
    }
    return new FuzzFailure(fuzzed, "hang", what, trace.toString());
  }

  static FuzzFailure memory(FuzzCase fuzzed, long bytes) {
    return new FuzzFailure(fuzzed, "memory", (bytes >> 20) + " MB allocated while reading", "");
  }

  public long number() {
    return fuzzed.number();
  }

  /** The file and what was done to it. */
  public String subject() {
    return fuzzed.toString();
  }

  String fixture() {
    return fuzzed.fixture();
  }

  byte[] content() {
    return fuzzed.content();
  }
}
