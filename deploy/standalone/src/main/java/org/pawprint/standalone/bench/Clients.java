package org.pawprint.standalone.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.pawprint.standalone.archive.Quantiles;

/** Clients that ask one thing after another, each as soon as it has its answer. */
final class Clients {
  private final Function<SplittableRandom, URI> request;
  private final SplittableRandom random;

  /**
   * @param request makes the next request
   */
  Clients(long seed, Function<SplittableRandom, URI> request) {
    this.random = new SplittableRandom(seed);
    this.request = request;
  }

  /** Milliseconds of requests of one client. */
  List<Double> one(int requests) throws IOException {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      millis.add(Fetch.of(request.apply(random), "").millis());
    }
    return millis;
  }

  /** Requests a second that so many clients get answered. */
  double rate(int clients, Duration time) throws IOException {
    AtomicLong answered = new AtomicLong();
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    long began = System.nanoTime();
    try {
      List<Future<Object>> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        SplittableRandom own = random.split();
        all.add(
            threads.submit(
                () -> {
                  while (System.nanoTime() - began < time.toNanos()) {
                    Fetch.of(request.apply(own), "");
                    answered.incrementAndGet();
                  }
                  return own;
                }));
      }
      for (Future<Object> client : all) {
        client.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
    return answered.get() / ((System.nanoTime() - began) / 1e9);
  }

  /** One client's times, and the rate of eight. */
  Map<String, Object> measure(int requests, Duration time) throws IOException {
    one(requests / 2);
    rate(8, time.dividedBy(2));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("one_client_ms", Quantiles.of(one(requests)).asMap());
    result.put("eight_clients_per_s", Math.round(rate(8, time)));
    return result;
  }
}
