package org.pawprint.ssa.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class SpoolTest {
  private static final int MEGABYTE = 1 << 20;

  private final ByteArrayOutputStream client = new ByteArrayOutputStream();
  private final Semaphore places = new Semaphore(1);

  @Test
  void aShortAnswerIsSentAtItsEndAndTakesNoPlace() throws IOException {
    byte[] answer = bytes(MEGABYTE);
    try (Spool spool = new Spool(client, places)) {
      spool.write(answer);
      spool.flush();
      assertThat(client.size()).isZero();
      assertThat(places.availablePermits()).isEqualTo(1);
      spool.finish();
    }
    assertThat(client.toByteArray()).isEqualTo(answer);
  }

  @Test
  void aLongAnswerGoesOutAsItComesAndKeepsAPlaceUntilItsEnd() throws IOException {
    byte[] answer = bytes(3 * MEGABYTE);
    try (Spool spool = new Spool(client, places)) {
      spool.write(answer, 0, MEGABYTE);
      spool.write(answer, MEGABYTE, 2 * MEGABYTE);
      assertThat(client.toByteArray()).isEqualTo(answer);
      assertThat(places.availablePermits()).isZero();
      assertThatThrownBy(() -> new Spool(new ByteArrayOutputStream(), places).write(answer))
          .isInstanceOf(TooManyAnswers.class);
      spool.finish();
    }
    assertThat(client.toByteArray()).isEqualTo(answer);
    assertThat(places.availablePermits()).isEqualTo(1);
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    return bytes;
  }
}
