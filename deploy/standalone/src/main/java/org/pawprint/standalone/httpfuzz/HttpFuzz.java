package org.pawprint.standalone.httpfuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.pawprint.standalone.archive.Ports;

/** Sends hostile requests to the public services and keeps what they do not bear. */
public final class HttpFuzz {
  /** Longer than any search over a small catalogue takes. */
  private static final int LIMIT_MILLIS = 10_000;

  private static final int MOST_KEPT = 20;

  private final Ports ports;
  private final long seed;
  private final List<Endpoint> endpoints;

  /**
   * @param did of a spectrum that is there
   */
  public HttpFuzz(Ports ports, long seed, String did) {
    this.ports = ports;
    this.seed = seed;
    this.endpoints = Endpoint.all(did);
  }

  /**
   * @param request shortened
   * @param answer shortened
   */
  public record Failure(long number, String what, String request, String answer) {}

  /**
   * @param statuses of the answers, with how many had each
   * @param failures the first of them
   * @param failed how many there were
   */
  public record Report(
      long done,
      Map<Integer, Long> statuses,
      double slowestMillis,
      long failed,
      List<Failure> failures) {

    /** As the command prints it. */
    public Map<String, Object> asMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("n", done);
      map.put("statuses", statuses);
      map.put("slowest_ms", Math.round(slowestMillis));
      map.put("failures", failed);
      return map;
    }
  }

  /**
   * Sends the requests one after another; the same seed sends the same ones.
   *
   * @param first number of the first
   */
  public Report run(long first, long count, LongConsumer progress) throws IOException {
    Map<Integer, Long> statuses = new TreeMap<>();
    List<Failure> failures = new ArrayList<>();
    long failed = 0;
    double slowest = 0;
    for (long i = first; i < first + count; i++) {
      HostileRequest request =
          HostileRequest.of(endpoints, new SplittableRandom(seed * 1_000_003 + i));
      int port = request.endpoint().onSearchPort() ? ports.ssa() : ports.datalink();
      RawAnswer answer = RawAnswer.to(request, port, LIMIT_MILLIS);
      statuses.merge(answer.status(), 1L, Long::sum);
      slowest = Math.max(slowest, answer.millis());
      Optional<String> what = Verdict.on(request, answer, LIMIT_MILLIS);
      if (what.isPresent()) {
        failed++;
        if (failures.size() < MOST_KEPT) {
          failures.add(new Failure(i, what.get(), request.summary(), shortened(answer.text())));
        }
      }
      progress.accept(i - first + 1);
    }
    return new Report(count, statuses, slowest, failed, failures);
  }

  private static String shortened(String text) {
    String line = text.replaceAll("[\\p{Cntrl}]+", " ");
    return line.length() > 600 ? line.substring(0, 600) + "…" : line;
  }
}
