package org.pawprint.datalink.links;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Looks the next piece of a long request up while the one before is written, so that database and
 * service work side by side. Holds two pieces of a request at most, and few threads for all
 * requests: where they are busy, or there is one piece only, a request looks up for itself.
 */
final class LookAhead {
  private static final int THREADS = 4;
  private static final int IDLE_SECONDS = 10;

  private final Executor threads =
      new ThreadPoolExecutor(
          0,
          THREADS,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          LookAhead::thread,
          new ThreadPoolExecutor.CallerRunsPolicy());

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "links-look-ahead");
    thread.setDaemon(true);
    return thread;
  }

  /** Uses what was looked up for a piece. */
  @FunctionalInterface
  interface Use<F> {
    void accept(F found) throws IOException;
  }

  /**
   * Looks up and uses piece after piece, in their order; ends with the first failure of either.
   *
   * @param lookup runs on another thread, at most one piece ahead
   * @param use runs on this thread
   */
  <P, F> void forEach(List<P> pieces, Function<P, F> lookup, Use<F> use) throws IOException {
    if (pieces.size() == 1) {
      use.accept(lookup.apply(pieces.get(0)));
      return;
    }
    Iterator<P> left = pieces.iterator();
    CompletableFuture<F> next = left.hasNext() ? start(left.next(), lookup) : null;
    while (next != null) {
      F found = result(next);
      next = left.hasNext() ? start(left.next(), lookup) : null;
      use.accept(found);
    }
  }

  private <P, F> CompletableFuture<F> start(P piece, Function<P, F> lookup) {
    return CompletableFuture.supplyAsync(() -> lookup.apply(piece), threads);
  }

  /** The failure of a lookup is thrown as it was. */
  private static <F> F result(CompletableFuture<F> next) {
    try {
      return next.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
