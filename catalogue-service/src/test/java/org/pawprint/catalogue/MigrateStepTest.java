package org.pawprint.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MigrateStepTest {

  @Test
  void needsAnAuthority() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MigrateStep.of(Map.of("PAWPRINT_AUTHORITY", " ")))
        .withMessageContaining("PAWPRINT_AUTHORITY");
  }

  @Test
  void printsNoPassword() {
    MigrateStep step =
        MigrateStep.of(
            Map.of("PAWPRINT_AUTHORITY", "a.example", "PAWPRINT_OWNER_DB_PASSWORD", "sesame"));

    assertThat(step.password()).isEqualTo("sesame");
    assertThat(step.toString()).contains("pawprint_owner").doesNotContain("sesame");
  }
}
