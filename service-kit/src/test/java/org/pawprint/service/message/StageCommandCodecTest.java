package org.pawprint.service.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pawprint.core.event.Lane;
import org.pawprint.core.event.StageCommand;
import org.pawprint.core.event.StageCommand.StagedFile;

class StageCommandCodecTest {
  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private final StageCommandCodec codec = new StageCommandCodec();

  @Test
  void returnsTheFullCommandUnchanged() {
    StageCommand command =
        command(Optional.of("20240911-RD-0023"), Optional.of(3L), Map.of("arm", "red"));

    assertThat(codec.read(codec.write(command))).isEqualTo(command);
  }

  @Test
  void leavesAbsentValuesOutAndReadsThemBackAsEmpty() {
    StageCommand command = command(Optional.empty(), Optional.empty(), Map.of());

    byte[] written = codec.write(command);

    assertThat(text(written)).doesNotContain("reductionId", "reductionVersion", "null");
    assertThat(codec.read(written)).isEqualTo(command);
  }

  @Test
  void writesLaneAsItsWordAndTimesAsRfc3339() {
    String written = text(codec.write(command(Optional.empty(), Optional.empty(), Map.of())));

    assertThat(written)
        .contains("\"lane\":\"live\"", "\"receivedAt\":\"2024-09-11T14:02:13.250Z\"");
  }

  @Test
  void ignoresFieldsOfANewerSender() {
    StageCommand command = command(Optional.empty(), Optional.empty(), Map.of());
    String newer = text(codec.write(command)).replaceFirst("\\{", "{\"mood\":\"sunny\",");

    assertThat(codec.read(newer.getBytes(StandardCharsets.UTF_8))).isEqualTo(command);
  }

  @Test
  void refusesWhatIsNoCommand() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.read("{\"lane\":\"live\"}".getBytes(StandardCharsets.UTF_8)))
        .withMessageContaining("not a stage command");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static StageCommand command(
      Optional<String> reductionId, Optional<Long> version, Map<String, String> facts) {
    return new StageCommand(
        17,
        Lane.LIVE,
        "urn:paws:aat:2df",
        "e-1",
        reductionId,
        version,
        Optional.of(Instant.parse("2024-09-11T14:02:11Z")),
        Optional.of("aat_archive"),
        Optional.empty(),
        "proprietary",
        Optional.of(Instant.parse("2026-03-11T00:00:00Z")),
        Optional.of(TRACE),
        true,
        Instant.parse("2024-09-11T14:02:13.250Z"),
        facts,
        List.of(new StagedFile("11sep20023red.fits", "a".repeat(64), 9912960)));
  }
}
