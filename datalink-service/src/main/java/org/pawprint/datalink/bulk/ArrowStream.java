package org.pawprint.datalink.bulk;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;

/**
 * Writes Arrow's streaming format (Arrow columnar format 1.5, "IPC Streaming Format"): a schema,
 * record batches, an end. Only the messages come from the library; Arrow's own vectors would keep
 * the numbers once more, outside the heap, and need the virtual machine opened for them.
 */
final class ArrowStream {
  private static final int CONTINUATION = 0xFFFFFFFF;
  private static final int ALIGNMENT = 8;

  private final OutputStream out;

  ArrowStream(OutputStream out) {
    this.out = out;
  }

  /** Writes the bytes of a buffer. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** One buffer of a batch: so many bytes, and who writes them. */
  record Piece(long bytes, Content content) {
    /** A validity map is left out where nothing is null. */
    static final Piece NOTHING = new Piece(0, out -> {});
  }

  /**
   * @param facts of the whole table, as its metadata
   */
  void schema(List<ArrowColumn> columns, Map<String, String> facts) throws IOException {
    FlatBufferBuilder message = new FlatBufferBuilder();
    int fields =
        Schema.createFieldsVector(
            message, columns.stream().mapToInt(column -> column.field(message)).toArray());
    int metadata = Schema.createCustomMetadataVector(message, pairs(facts, message));
    int schema = Schema.createSchema(message, Endianness.Little, fields, metadata, 0);
    finish(message, MessageHeader.Schema, schema, 0);
  }

  static int[] pairs(Map<String, String> facts, FlatBufferBuilder message) {
    return facts.entrySet().stream()
        .mapToInt(
            fact ->
                KeyValue.createKeyValue(
                    message,
                    message.createString(fact.getKey()),
                    message.createString(fact.getValue())))
        .toArray();
  }

  /**
   * @param nodes lengths of the columns and of what is in them, depth first
   * @param pieces their buffers, likewise
   */
  void batch(int rows, List<Integer> nodes, List<Piece> pieces) throws IOException {
    FlatBufferBuilder message = new FlatBufferBuilder();
    long bodyBytes = pieces.stream().mapToLong(piece -> aligned(piece.bytes())).sum();
    // A vector of structs is built from its end.
    RecordBatch.startBuffersVector(message, pieces.size());
    long end = bodyBytes;
    for (int i = pieces.size() - 1; i >= 0; i--) {
      end -= aligned(pieces.get(i).bytes());
      Buffer.createBuffer(message, end, pieces.get(i).bytes());
    }
    int buffers = message.endVector();
    RecordBatch.startNodesVector(message, nodes.size());
    for (int i = nodes.size() - 1; i >= 0; i--) {
      FieldNode.createFieldNode(message, nodes.get(i), 0);
    }
    int lengths = message.endVector();
    int batch = RecordBatch.createRecordBatch(message, rows, lengths, buffers, 0, 0);
    finish(message, MessageHeader.RecordBatch, batch, bodyBytes);
    for (Piece piece : pieces) {
      piece.content().writeTo(out);
      out.write(new byte[(int) (aligned(piece.bytes()) - piece.bytes())]);
    }
  }

  private void finish(FlatBufferBuilder message, byte type, int header, long bodyBytes)
      throws IOException {
    message.finish(Message.createMessage(message, MetadataVersion.V5, type, header, bodyBytes, 0));
    byte[] bytes = message.sizedByteArray();
    int length = (int) aligned(bytes.length);
    prefix(length);
    out.write(bytes);
    out.write(new byte[length - bytes.length]);
  }

  private void prefix(int length) throws IOException {
    out.write(
        ByteBuffer.allocate(2 * Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(CONTINUATION)
            .putInt(length)
            .array());
  }

  private static long aligned(long bytes) {
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  void end() throws IOException {
    prefix(0);
  }
}
