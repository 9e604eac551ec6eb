package org.pawprint.datalink.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples of RFC 9110, 14.1.2, a file of 10,000 bytes. */
class ByteRangeTest {
  private static final long LENGTH = 10_000;

  @ParameterizedTest
  @CsvSource({
    "bytes=0-499, 0, 499",
    "bytes=500-999, 500, 999",
    "bytes=-500, 9500, 9999",
    "bytes=9500-, 9500, 9999",
    "bytes=9500-20000, 9500, 9999",
    "bytes=-20000, 0, 9999",
  })
  void readsASingleRange(String header, long first, long last) {
    assertThat(ByteRange.of(header, LENGTH)).contains(new ByteRange(first, last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "bytes=-", "bytes=5-2", "lines=1-2", "bytes=0-0,-1", "bytes=a-b", "bytes"})
  void ignoresWhatIsNoSingleRange(String header) {
    assertThat(ByteRange.of(header, LENGTH)).contains(ByteRange.whole(LENGTH));
  }

  @Test
  void findsNothingBehindTheEnd() {
    assertThat(ByteRange.of("bytes=10000-", LENGTH)).isEmpty();
    assertThat(ByteRange.of("bytes=-0", LENGTH)).isEmpty();
  }
}
