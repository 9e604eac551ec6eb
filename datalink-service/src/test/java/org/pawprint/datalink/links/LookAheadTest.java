package org.pawprint.datalink.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookAheadTest {
  private final LookAhead lookAhead = new LookAhead();

  @Test
  void usesThePiecesInTheirOrder() throws Exception {
    for (int pieces : new int[] {0, 1, 2, 50}) {
      List<String> used = new ArrayList<>();

      lookAhead.forEach(IntStream.range(0, pieces).boxed().toList(), n -> "found " + n, used::add);

      assertThat(used).isEqualTo(IntStream.range(0, pieces).mapToObj(n -> "found " + n).toList());
    }
  }

  @Test
  void looksUpOnePieceAheadAndNoMore() throws Exception {
    AtomicInteger started = new AtomicInteger();
    CountDownLatch second = new CountDownLatch(2);
    List<Integer> startedAtUse = new ArrayList<>();

    lookAhead.forEach(
        List.of(0, 1, 2, 3),
        n -> {
          started.incrementAndGet();
          second.countDown();
          return n;
        },
        n -> {
          // The first is not used up before the second is looked up beside it.
          assertThat(await(second)).isTrue();
          startedAtUse.add(started.get() - n);
        });

    assertThat(startedAtUse).hasSize(4).allMatch(ahead -> ahead <= 2);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void endsWithTheFailureOfALookupAsItWas() {
    List<Integer> used = new ArrayList<>();
    IllegalStateException away = new IllegalStateException("away");

    assertThatThrownBy(
            () ->
                lookAhead.forEach(
                    List.of(0, 1, 2),
                    n -> {
                      if (n == 1) {
                        throw away;
                      }
                      return n;
                    },
                    used::add))
        .isSameAs(away);
    assertThat(used).containsExactly(0);
  }

  @Test
  void endsWithTheFailureOfAUse() {
    assertThatThrownBy(
            () ->
                lookAhead.forEach(
                    List.of(0, 1, 2),
                    n -> n,
                    n -> {
                      throw new IOException("client went away at " + n);
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("client went away at 0");
  }
}
