package org.pawprint.ssa.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.pawprint.core.dali.ParameterFaults;
import org.pawprint.store.search.Moment;
import org.pawprint.store.search.PageStart;

class PageTokensTest {
  private static final PageStart START =
      new PageStart(
          new Moment(Instant.parse("2026-11-28T21:00:00.123456Z"), "10:20:12,15", 98_765),
          0.25,
          1234);

  private final PageTokens tokens = new PageTokens("the password");

  @Test
  void aTokenIsReadByEveryInstanceWithTheSameSecret() {
    String token = tokens.text(START, "digest");

    assertThat(new PageTokens("the password").parse(token, "digest")).isEqualTo(START);
    assertThatThrownBy(() -> new PageTokens("another").parse(token, "digest"))
        .isInstanceOf(ParameterFaults.class);
    assertThatThrownBy(() -> tokens.parse(token, "other"))
        .isInstanceOf(ParameterFaults.class)
        .hasMessageContaining("another search");
  }

  @Test
  void nothingOfTheCatalogueShowsInIt() {
    byte[] token = Base64.getUrlDecoder().decode(tokens.text(START, "digest"));

    assertThat(new String(token, StandardCharsets.ISO_8859_1))
        .doesNotContain("98765", "10:20", "digest");
  }

  @Test
  void aChangedTokenIsNone() {
    byte[] token = Base64.getUrlDecoder().decode(tokens.text(START, "digest"));
    for (int i = 0; i < token.length; i++) {
      byte[] changed = token.clone();
      changed[i] ^= 1;
      String text = Base64.getUrlEncoder().encodeToString(changed);
      assertThatThrownBy(() -> tokens.parse(text, "digest")).isInstanceOf(ParameterFaults.class);
    }
  }

  @Test
  void whatIsTooShortToBeOneIsNone() {
    for (int length = 0; length < 60; length++) {
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[length]);
      assertThatThrownBy(() -> tokens.parse(text, "digest")).isInstanceOf(ParameterFaults.class);
    }
  }
}
