package org.pawprint.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pawprint.core.event.StageCommand.StagedFile;

/** Commands that fail for a reason that passes, and succeed when they come again. */
class LaterIT extends OnEachBroker {

  @Test
  void waitsForAnOriginalThatIsNotThere() throws Exception {
    StagedFile file = service.original("late.fits", Frames.oneFibre(101));
    service.lose(file);
    Commands command = Commands.of("absent").file(file);

    long key = service.send(command);

    Map<String, Object> entry = service.awaitState(key, "later");
    assertThat(String.valueOf(entry.get("reason")))
        .contains(file.sha256())
        .contains("not in the store");
    assertThat(entry.get("next_attempt_at")).isNotNull();
    assertThat(service.rows("absent")).isEmpty();

    service.original("late.fits", Frames.oneFibre(101));
    service.send(command);

    assertThat(service.awaitState(key, "catalogued"))
        .containsEntry("spectra", 1)
        .containsEntry("reason", null)
        .containsEntry("next_attempt_at", null);
    assertThat(service.rows("absent")).hasSize(1);
  }

  @Test
  void doesNotReadAnOriginalOfAnotherSize() throws Exception {
    StagedFile file = service.original("sized.fits", Frames.oneFibre(102));
    Commands wrong =
        Commands.of("sized").file(new StagedFile(file.name(), file.sha256(), file.bytes() + 1));

    long key = service.send(wrong);

    assertThat(String.valueOf(service.awaitState(key, "later").get("reason")))
        .contains("92160 bytes, expected 92161");
    assertThat(service.rows("sized")).isEmpty();
  }

  @Test
  void waitsForASegmentStoreThatCannotBeWritten() throws Exception {
    Path aside = service.takeSegmentsAway();
    Commands command =
        Commands.of("unwritable").file(service.original("u.fits", Frames.oneFibre(103)));

    long key = service.send(command);

    assertThat(service.awaitState(key, "later")).containsEntry("step", "store");
    assertThat(service.rows("unwritable")).isEmpty();

    service.bringSegmentsBack(aside);
    service.send(command);

    service.awaitState(key, "catalogued");
    assertThat(service.rows("unwritable")).hasSize(1);
  }
}
