package org.pawprint.core.fits;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A whole FITS file in memory, HDU after HDU, each with right CHECKSUM and DATASUM. For files too
 * large for memory, write {@link FitsCards#toBlocks} and the data yourself and add the data up in a
 * {@link FitsChecksum}.
 */
public final class FitsOutput {
  private ByteBuffer buffer;

  /**
   * @param expectedBytes room to begin with
   */
  public FitsOutput(int expectedBytes) {
    this.buffer = ByteBuffer.allocate(Math.max(HduScanner.BLOCK, expectedBytes));
  }

  /**
   * Appends an HDU.
   *
   * @param dataBytes size of the data as the cards declare it, without padding
   * @param fill writes exactly that many bytes into the big-endian buffer, which has an array
   * @throws IllegalStateException when it wrote another number
   */
  public FitsOutput hdu(FitsCards cards, int dataBytes, Consumer<ByteBuffer> fill) {
    int headerBytes = cards.blockBytes();
    int padded =
        Math.addExact(dataBytes, HduScanner.BLOCK - 1) / HduScanner.BLOCK * HduScanner.BLOCK;
    int start = buffer.position();
    int dataStart = start + headerBytes;
    int end = Math.addExact(dataStart, padded);
    reserve(end);
    ByteBuffer data = buffer.slice(dataStart, dataBytes);
    fill.accept(data);
    if (data.hasRemaining()) {
      throw new IllegalStateException(
          data.remaining() + " of " + dataBytes + " bytes of data were not written");
    }
    long dataSum = FitsChecksum.of(buffer.slice(dataStart, padded));
    cards.writeTo(buffer, dataSum);
    buffer.position(end);
    return this;
  }

  /** Appends an HDU whose data are these values. */
  public FitsOutput hdu(FitsCards cards, float[] values) {
    return hdu(cards, Math.multiplyExact(4, values.length), out -> put(out, values));
  }

  /** Appends an HDU whose data are these bytes. */
  public FitsOutput hdu(FitsCards cards, byte[] values) {
    return hdu(cards, values.length, out -> out.put(values));
  }

  /** Bulk put, big-endian. */
  private static void put(ByteBuffer out, float[] values) {
    FloatBuffer floats = out.asFloatBuffer();
    floats.put(values);
    out.position(out.position() + 4 * values.length);
  }

  private void reserve(int end) {
    if (end > buffer.capacity()) {
      int position = buffer.position();
      byte[] larger = Arrays.copyOf(buffer.array(), Math.max(end, (int) (buffer.capacity() * 1.5)));
      buffer = ByteBuffer.wrap(larger).position(position);
    }
  }

  /** The file so far. */
  public byte[] toBytes() {
    byte[] array = buffer.array();
    return buffer.position() == array.length ? array : Arrays.copyOf(array, buffer.position());
  }
}
