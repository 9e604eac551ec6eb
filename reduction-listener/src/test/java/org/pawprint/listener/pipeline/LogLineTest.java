package org.pawprint.listener.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {
  @Test
  void quotesBlanksAndKeepsForeignTextOnItsLine() {
    LogLine line =
        new LogLine().with("event", 7).with("reason", "not \"there\"\nevent=8").with("step", "");

    assertThat(line).hasToString("event=7 reason=\"not 'there'?event=8\" step=\"\"");
  }
}
