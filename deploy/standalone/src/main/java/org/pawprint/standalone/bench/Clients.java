package org.pawprint.standalone.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/** Clients that ask one thing after another, each as soon as it has its answer. */
final class Clients {
  private static final int SEVERAL = 8;

  private final Supplier<Client> clients;

  /** One of them; a thread of its own asks with it. */
  interface Client {
    /** Asks the next thing, and reads the answer to its end. */
    void ask() throws IOException;
  }

  /**
   * @param clients makes the next one
   */
  Clients(Supplier<Client> clients) {
    this.clients = clients;
  }

  /** Milliseconds of so many requests of one client. */
  List<Double> one(int requests) throws IOException {
    return one(asked -> asked < requests);
  }

  /** Milliseconds of the requests of one client that begin in so much time. */
  List<Double> one(Duration time) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    return one(asked -> System.nanoTime() < end);
  }

  private List<Double> one(IntPredicate goesOn) throws IOException {
    Client client = clients.get();
    List<Double> millis = new ArrayList<>();
    while (goesOn.test(millis.size())) {
      long began = System.nanoTime();
      client.ask();
      millis.add((System.nanoTime() - began) / 1e6);
    }
    return millis;
  }

  /** Requests a second that eight clients get answered. */
  long rateOfEight(Duration time) throws IOException {
    AtomicLong answered = new AtomicLong();
    ExecutorService threads = Executors.newFixedThreadPool(SEVERAL);
    long began = System.nanoTime();
    try {
      List<Future<Client>> all = new ArrayList<>();
      for (int i = 0; i < SEVERAL; i++) {
        Client client = clients.get();
        all.add(
            threads.submit(
                () -> {
                  while (System.nanoTime() - began < time.toNanos()) {
                    client.ask();
                    answered.incrementAndGet();
                  }
                  return client;
                }));
      }
      for (Future<Client> client : all) {
        client.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException("a client failed", e.getCause());
    } finally {
      threads.shutdownNow();
    }
    return Math.round(answered.get() / ((System.nanoTime() - began) / 1e9));
  }
}
