package org.pawprint.datalink.soda;

import java.nio.charset.StandardCharsets;
import org.pawprint.core.identifier.Sha256;
import org.pawprint.datalink.http.Download;

/**
 * A file made on request, in memory.
 *
 * @param fileName offered for saving, empty for what is shown
 */
@SuppressWarnings("ArrayRecordComponent") // carried from maker to client, never compared
record SodaProduct(String mediaType, String fileName, byte[] bytes) {
  static SodaProduct text(String text) {
    return new SodaProduct(
        "text/plain;charset=UTF-8", "", (text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Its digest is its identity: the same request gives the same bytes. */
  Download download() {
    return new Download(
        mediaType,
        fileName,
        "soda\n" + Sha256.of(bytes).hex(),
        bytes.length,
        (first, length, out) -> out.write(bytes, Math.toIntExact(first), Math.toIntExact(length)));
  }
}
