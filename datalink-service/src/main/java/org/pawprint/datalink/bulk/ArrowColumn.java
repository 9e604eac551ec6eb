package org.pawprint.datalink.bulk;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Utf8;
import org.pawprint.datalink.bulk.ArrowStream.Piece;

/** A column of an Arrow table. Nothing is null: unknown texts are empty, unknown numbers NaN. */
sealed interface ArrowColumn {
  /** Writes the column's field and gives its place in the message. */
  int field(FlatBufferBuilder message);

  /** Adds lengths and buffers of a batch. */
  void add(List<Wanted> batch, List<RawPixels> pixels, List<Integer> nodes, List<Piece> pieces);

  /** What an element of an array is. */
  enum Element {
    DOUBLE(Double.BYTES),
    FLOAT(Float.BYTES),
    BYTE(1);

    private final int bytes;

    Element(int bytes) {
      this.bytes = bytes;
    }

    private int type(FlatBufferBuilder message) {
      return switch (this) {
        case DOUBLE -> FloatingPoint.createFloatingPoint(message, Precision.DOUBLE);
        case FLOAT -> FloatingPoint.createFloatingPoint(message, Precision.SINGLE);
        case BYTE -> Int.createInt(message, Byte.SIZE, false);
      };
    }

    private byte typeType() {
      return this == BYTE ? Type.Int : Type.FloatingPoint;
    }

    /** From big-endian to little-endian. */
    private void put(ByteBuffer from, ByteBuffer to) {
      switch (this) {
        case DOUBLE -> to.asDoubleBuffer().put(from.asDoubleBuffer());
        case FLOAT -> to.asFloatBuffer().put(from.asFloatBuffer());
        case BYTE -> to.duplicate().put(from);
      }
    }
  }

  /** The array of one spectrum, big-endian. */
  @FunctionalInterface
  interface Numbers {
    ByteBuffer of(Wanted wanted, RawPixels pixels);
  }

  /** Texts. */
  record Texts(BulkColumns.Text column) implements ArrowColumn {
    @Override
    public int field(FlatBufferBuilder message) {
      int name = message.createString(column.name());
      Utf8.startUtf8(message);
      return whole(message, name, Type.Utf8, Utf8.endUtf8(message), new int[0], "");
    }

    @Override
    public void add(
        List<Wanted> batch, List<RawPixels> pixels, List<Integer> nodes, List<Piece> pieces) {
      List<byte[]> texts =
          batch.stream()
              .map(wanted -> column.value().apply(wanted).getBytes(StandardCharsets.UTF_8))
              .toList();
      nodes.add(batch.size());
      pieces.add(Piece.NOTHING);
      pieces.add(offsets(texts, text -> text.length));
      int bytes = texts.stream().mapToInt(text -> text.length).sum();
      pieces.add(
          new Piece(
              bytes,
              out -> {
                for (byte[] text : texts) {
                  out.write(text);
                }
              }));
    }
  }

  /** Float64. */
  record Doubles(BulkColumns.Number column) implements ArrowColumn {
    @Override
    public int field(FlatBufferBuilder message) {
      int name = message.createString(column.name());
      int type = FloatingPoint.createFloatingPoint(message, Precision.DOUBLE);
      return whole(message, name, Type.FloatingPoint, type, new int[0], column.unit());
    }

    @Override
    public void add(
        List<Wanted> batch, List<RawPixels> pixels, List<Integer> nodes, List<Piece> pieces) {
      ByteBuffer numbers = littleEndian(Double.BYTES * batch.size());
      batch.forEach(wanted -> numbers.putDouble(column.value().applyAsDouble(wanted)));
      nodes.add(batch.size());
      pieces.add(Piece.NOTHING);
      pieces.add(piece(numbers));
    }
  }

  /** The number of pixels, int32. */
  record Pixels() implements ArrowColumn {
    @Override
    public int field(FlatBufferBuilder message) {
      int name = message.createString(BulkColumns.PIXELS);
      int type = Int.createInt(message, Integer.SIZE, true);
      return whole(message, name, Type.Int, type, new int[0], "");
    }

    @Override
    public void add(
        List<Wanted> batch, List<RawPixels> pixels, List<Integer> nodes, List<Piece> pieces) {
      ByteBuffer numbers = littleEndian(Integer.BYTES * batch.size());
      batch.forEach(wanted -> numbers.putInt(wanted.pixels()));
      nodes.add(batch.size());
      pieces.add(Piece.NOTHING);
      pieces.add(piece(numbers));
    }
  }

  /** Arrays of various lengths. */
  record Arrays(String name, Element element, String unit, Numbers numbers) implements ArrowColumn {
    @Override
    public int field(FlatBufferBuilder message) {
      int item = message.createString("item");
      int child = whole(message, item, element.typeType(), element.type(message), new int[0], "");
      int own = message.createString(name);
      org.apache.arrow.flatbuf.List.startList(message);
      int type = org.apache.arrow.flatbuf.List.endList(message);
      return whole(message, own, Type.List, type, new int[] {child}, unit);
    }

    @Override
    public void add(
        List<Wanted> batch, List<RawPixels> pixels, List<Integer> nodes, List<Piece> pieces) {
      List<ByteBuffer> arrays = new ArrayList<>();
      for (int i = 0; i < batch.size(); i++) {
        arrays.add(numbers.of(batch.get(i), pixels.get(i)));
      }
      long bytes = arrays.stream().mapToLong(ByteBuffer::remaining).sum();
      nodes.add(batch.size());
      nodes.add(Math.toIntExact(bytes / element.bytes));
      pieces.add(Piece.NOTHING);
      pieces.add(offsets(arrays, array -> array.remaining() / element.bytes));
      pieces.add(Piece.NOTHING);
      pieces.add(new Piece(bytes, out -> write(arrays, out)));
    }

    private void write(List<ByteBuffer> arrays, OutputStream out) throws IOException {
      int most = arrays.stream().mapToInt(ByteBuffer::remaining).max().orElse(0);
      ByteBuffer swapped = littleEndian(most);
      for (ByteBuffer array : arrays) {
        element.put(array.duplicate(), swapped);
        out.write(swapped.array(), 0, array.remaining());
      }
    }
  }

  private static int whole(
      FlatBufferBuilder message, int name, byte typeType, int type, int[] children, String unit) {
    int inside = Field.createChildrenVector(message, children);
    int metadata =
        unit.isEmpty()
            ? 0
            : Field.createCustomMetadataVector(
                message, ArrowStream.pairs(Map.of("unit", unit), message));
    return Field.createField(message, name, false, typeType, type, 0, inside, metadata);
  }

  private static <T> Piece offsets(List<T> values, ToIntFunction<T> length) {
    ByteBuffer offsets = littleEndian(Integer.BYTES * (values.size() + 1));
    int end = 0;
    offsets.putInt(end);
    for (T value : values) {
      end = Math.addExact(end, length.applyAsInt(value));
      offsets.putInt(end);
    }
    return piece(offsets);
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Piece piece(ByteBuffer bytes) {
    return new Piece(bytes.capacity(), out -> out.write(bytes.array()));
  }
}
