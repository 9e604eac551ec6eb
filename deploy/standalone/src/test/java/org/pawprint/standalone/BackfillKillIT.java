package org.pawprint.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pawprint.standalone.archive.EventPublisher;
import org.pawprint.standalone.backfill.Backfill;
import org.pawprint.standalone.backfill.Watcher;
import org.pawprint.standalone.simulate.OneSpectrumFiles;
import tools.jackson.databind.JsonNode;

/** The archive dies in the middle of a backfill; called again, the command finishes it. */
class BackfillKillIT {
  private static final int FILES = 90;
  private static final int KILLED = 137;

  private final Installation installation = new Installation();

  @AfterEach
  void clear() throws Exception {
    installation.close();
  }

  @Test
  void everyFileIsCataloguedOnceAlthoughTheArchiveDiedAtACommit() throws Exception {
    OneSpectrumFiles files =
        new OneSpectrumFiles(
            Files.createDirectories(installation.data.simulated().resolve("survey")), 21);
    files.write(FILES, done -> {});
    Backfill.Order order = new Backfill.Order(files.root(), Optional.empty(), 30, false);
    Process child = installation.startChild("committed");
    try {
      Installation.awaitUp(child);
      assertThatThrownBy(() -> run(order)).isInstanceOf(IOException.class);
      assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(child.exitValue()).isEqualTo(KILLED);

      child = installation.startChild("");
      Installation.awaitUp(child);
      JsonNode report = run(order);

      assertThat(report.path("files").asInt()).isEqualTo(FILES);
      assertThat(report.path("catalogued").asInt()).isEqualTo(FILES);
      assertThat(report.path("spectra").asInt()).isEqualTo(FILES);
      assertThat(report.path("parked")).isEmpty();
      assertThat(
              installation.count("ledger.backfill_run WHERE resumed > 0 AND ended_at IS NOT NULL"))
          .isOne();
      assertThat(installation.count("catalogue.spectrum")).isEqualTo(FILES);
      assertThat(installation.count("catalogue.obscore WHERE newest")).isEqualTo(FILES);
      Installation.stop(child);
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  private JsonNode run(Backfill.Order order) throws IOException {
    Watcher nobody =
        new Watcher() {
          @Override
          public void say(String line) {}

          @Override
          public void progress(long done, long before, long all, String failures) {}
        };
    try (EventPublisher publisher = EventPublisher.connect(installation.archive.broker());
        Backfill backfill = Backfill.of(order, installation.archive, publisher, nobody)) {
      return backfill.finish();
    }
  }
}
