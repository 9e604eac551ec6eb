package org.pawprint.core.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import nom.tam.fits.utilities.FitsCheckSum;
import org.junit.jupiter.api.Test;
import org.pawprint.core.fits.FitsChecksum.Report;
import org.pawprint.core.fits.FitsChecksum.Verdict;

/** Sums and codes against nom-tam-fits; random data with seed 4. */
class FitsChecksumTest {

  @Test
  void addsAsNomTamDoes() {
    Random random = new Random(4);
    for (int length = 0; length < 400; length += 4) {
      byte[] data = new byte[length];
      random.nextBytes(data);
      assertThat(FitsChecksum.of(ByteBuffer.wrap(data))).isEqualTo(FitsCheckSum.checksum(data));
    }
  }

  @Test
  void addsPiecesOfAnyLength() {
    byte[] data = new byte[10_000];
    new Random(4).nextBytes(data);
    FitsChecksum pieces = new FitsChecksum();
    for (int at = 0, piece = 0; at < data.length; at += piece, piece = (piece + 1) % 7) {
      pieces.add(ByteBuffer.wrap(data, at, Math.min(piece, data.length - at)));
    }
    assertThat(pieces.value()).isEqualTo(FitsCheckSum.checksum(data));
  }

  @Test
  void encodesAsNomTamDoes() {
    Random random = new Random(4);
    for (int i = 0; i < 5000; i++) {
      long sum = random.nextInt() & 0xffffffffL;
      assertThat(FitsChecksum.encode(sum)).isEqualTo(FitsCheckSum.encode(sum, true));
    }
    assertThat(FitsChecksum.encode(0)).isEqualTo(FitsCheckSum.encode(0, true));
    assertThat(FitsChecksum.encode(0xffffffffL)).isEqualTo("0000000000000000");
  }

  /** FITS 4.0 appendix J.3: the worked example encodes the complement of 868229149 as below. */
  @Test
  void encodesTheExampleOfTheStandard() {
    assertThat(FitsChecksum.encode(868229149L)).isEqualTo("hcHjjc9ghcEghc9g");
  }

  @Test
  void findsOneChangedByte() {
    byte[] file = new FitsOutput(0).hdu(FitsCards.primary(-32, 3), new float[] {1, 2, 3}).toBytes();
    assertThat(verify(file)).isEqualTo(new Report(Verdict.RIGHT, Verdict.RIGHT));

    file[2880] ^= 1;
    assertThat(verify(file)).isEqualTo(new Report(Verdict.WRONG, Verdict.WRONG));
    file[2880] ^= 1;
    file[50] ^= 1;
    assertThat(verify(file)).isEqualTo(new Report(Verdict.WRONG, Verdict.RIGHT));
  }

  @Test
  void saysWhenAFileHasNone() {
    assertThat(verify(Sample.bytes("2qz.fit")))
        .isEqualTo(new Report(Verdict.ABSENT, Verdict.ABSENT));
  }

  private static Report verify(byte[] file) {
    return FitsChecksum.verify(FitsFile.of(file).primary());
  }
}
